import { Migration } from "@mikro-orm/migrations";

/** A balance is read out of indexes, wherever the rows of ninety days lie. */
export class BalanceReadsMigration extends Migration {
  override up(): void {
    this.addSql(`
      -- Of sealed rows alone, which never change: an index that holds amounts is rewritten when they do.
      create index ledger_sealed_credits on ledger_entries (partner_id, booked_on) include (amount)
        where credit_account = 'available' and sealed;
      -- Those of days that are open are found by ledger_open_accrual.
      drop index ledger_credits;
    `);
  }
}
