import { WithdrawalHistory } from "./WithdrawalHistory.tsx";
import { WithdrawalPanel } from "./WithdrawalPanel.tsx";
import "./withdrawals.css";

/** Asking for money, and what became of it. */
export function WithdrawalSection() {
  return (
    <>
      <WithdrawalPanel />
      <WithdrawalHistory />
    </>
  );
}
