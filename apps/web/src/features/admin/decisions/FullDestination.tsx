import { useTranslation } from "react-i18next";
import type { RequestRowFragment } from "../../../generated/graphql.ts";
import { useFullDestinationQuery } from "../../../generated/hooks.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { QueryView } from "../../../ui/QueryView.tsx";
import { Skeletons } from "../../../ui/Skeleton.tsx";

/** The whole destination of this one request: fetched when somebody is about to pay, and kept nowhere. */
export function FullDestination({ request }: { request: RequestRowFragment }) {
  const { t } = useTranslation();
  const result = useFullDestinationQuery({ variables: { id: request.id }, fetchPolicy: "no-cache" });
  return (
    <QueryView result={result} loading={<Skeletons shape="row" count={1} />}>
      {({ admin }) => {
        const found = admin.withdrawals.edges.find(({ node }) => node.id === request.id);
        const full = found?.node.fullDestination;
        if (!full) return <p className="problem">{t("queue.noDestination")}</p>;
        const account = full.email ?? full.iban ?? "";
        const shown = full.iban ? account.replace(/(.{4})(?=.)/g, "$1 ") : account;
        return (
          <dl className="destination">
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
