import { useTranslation } from "react-i18next";
import type { RequestCardFragment } from "../../generated/graphql.ts";
import { usePayoutDestinationsQuery } from "../../generated/hooks.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { QueryView } from "../../ui/QueryView.tsx";

/** The whole destination: fetched when somebody is about to pay, and kept nowhere. */
export function FullDestination({ request }: { request: RequestCardFragment }) {
  const { t } = useTranslation();
  const destinations = usePayoutDestinationsQuery({
    variables: { partnerId: request.partner.id },
    fetchPolicy: "no-cache",
  });
  return (
    <QueryView result={destinations}>
      {({ admin }) => {
        const found = admin.partner.withdrawals.edges.find(({ node }) => node.id === request.id);
        const full = found?.node.fullDestination;
        if (!full) return <p className="problem">{t("queue.noDestination")}</p>;
        const account = full.email ?? full.iban ?? "";
        return (
          <dl className="facts">
            <div>
              <dt>{t(`method.${request.method}`)}</dt>
              <dd>
                <code className="break">{account}</code>{" "}
                <CopyButton text={account} label={t("queue.copyDestination")} />
              </dd>
            </div>
            {full.holder ? (
              <div>
                <dt>{t("withdraw.holder")}</dt>
                <dd>{full.holder}</dd>
              </div>
            ) : null}
          </dl>
        );
      }}
    </QueryView>
  );
}
