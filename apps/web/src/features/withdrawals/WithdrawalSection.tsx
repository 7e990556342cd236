import { useTranslation } from "react-i18next";
import { useBalanceQuery, useProgramQuery } from "../../generated/hooks.ts";
import { Panel } from "../../ui/Panel.tsx";
import { QueryView } from "../../ui/QueryView.tsx";
import { WithdrawalForm } from "./WithdrawalForm.tsx";
import { WithdrawalHistory } from "./WithdrawalHistory.tsx";

/** Asking for money, and what became of it. */
export function WithdrawalSection() {
  const { t } = useTranslation();
  const balance = useBalanceQuery({ fetchPolicy: "cache-first" });
  const program = useProgramQuery();
  return (
    <>
      <Panel title={t("withdraw.title")}>
        <QueryView result={program}>
          {(terms) => (
            <QueryView result={balance}>
              {(data) => <WithdrawalForm available={data.balance.available} program={terms.program} />}
            </QueryView>
          )}
        </QueryView>
      </Panel>
      <WithdrawalHistory />
    </>
  );
}
