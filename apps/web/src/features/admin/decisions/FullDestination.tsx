import { useTranslation } from "react-i18next";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { useFullDestinationQuery } from "../../../generated/hooks.ts";
import { groupIban } from "../../../lib/group-iban.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";
import "./pay-destination.css";

/** The whole destination of this one request: fetched when somebody is about to pay, and kept nowhere. */
export function FullDestination({ request }: { request: RequestGridRowFragment }) {
  const { t } = useTranslation();
  const result = useFullDestinationQuery({ variables: { id: request.id }, fetchPolicy: "no-cache" });
  return (
    <QueryView result={result} loading={<Skeletons shape="row" count={1} />}>
      {({ admin }) => {
        const full = admin.withdrawal.fullDestination;
        if (!full) return <p className="problem">{t("queue.noDestination")}</p>;
        const account = full.email ?? full.iban ?? "";
        const shown = full.iban ? groupIban(account) : account;
        return (
          <dl className="pay-destination">
            <div>
              <dt>{t(`method.${request.method}`)}</dt>
              <dd>
                <code className="break">{shown}</code>
                <CopyButton text={account} label={t("queue.copyDestination")} />
              </dd>
            </div>
            {full.holder ? (
              <div>
                <dt>{t("queue.holder")}</dt>
                <dd>
                  {full.holder}
                  <CopyButton text={full.holder} label={t("queue.copyHolder")} />
                </dd>
              </div>
            ) : null}
          </dl>
        );
      }}
    </QueryView>
  );
}
