import { ApplicationRoleMigration } from "./migrations/2026-11-22-application-role.migration.ts";
import { ClicksMigration } from "./migrations/2026-11-22-clicks.migration.ts";
import { LapseWarningsMigration } from "./migrations/2026-11-22-lapse-warnings.migration.ts";
import { LedgerMigration } from "./migrations/2026-11-22-ledger.migration.ts";
import { PartnerClicksMigration } from "./migrations/2026-11-22-partner-clicks.migration.ts";
import { PeopleMigration } from "./migrations/2026-11-22-people.migration.ts";
import { WithdrawalsMigration } from "./migrations/2026-11-22-withdrawals.migration.ts";
import { ClickIntakeMigration } from "./migrations/2026-11-23-click-intake.migration.ts";
import { ClickPathMigration } from "./migrations/2026-11-23-click-path.migration.ts";
import { CorrectionsMigration } from "./migrations/2026-11-23-corrections.migration.ts";
import { ErasureMigration } from "./migrations/2026-11-23-erasure.migration.ts";
import { LeaderboardListingMigration } from "./migrations/2026-11-23-leaderboard-listing.migration.ts";
import { LeaderboardWindowsMigration } from "./migrations/2026-11-23-leaderboard-windows.migration.ts";
import { RequestRatesMigration } from "./migrations/2026-11-23-request-rates.migration.ts";
import { SecretRotationMigration } from "./migrations/2026-11-23-secret-rotation.migration.ts";
import { KeptCreditsMigration } from "./migrations/2026-11-24-kept-credits.migration.ts";
import { ProgramTotalsMigration } from "./migrations/2026-11-24-program-totals.migration.ts";
import { SmallerIndexesMigration } from "./migrations/2026-11-24-smaller-indexes.migration.ts";

/** In the order they run. A released migration is never edited: a new one is added at the end. */
export const MIGRATIONS = [
  { name: "2026-11-22-1-people", class: PeopleMigration },
  { name: "2026-11-22-2-clicks", class: ClicksMigration },
  { name: "2026-11-22-3-ledger", class: LedgerMigration },
  { name: "2026-11-22-4-withdrawals", class: WithdrawalsMigration },
  { name: "2026-11-22-5-application-role", class: ApplicationRoleMigration },
  { name: "2026-11-22-6-lapse-warnings", class: LapseWarningsMigration },
  { name: "2026-11-22-7-partner-clicks", class: PartnerClicksMigration },
  { name: "2026-11-23-1-leaderboard-listing", class: LeaderboardListingMigration },
  { name: "2026-11-23-2-erasure", class: ErasureMigration },
  { name: "2026-11-23-3-corrections", class: CorrectionsMigration },
  { name: "2026-11-23-4-click-path", class: ClickPathMigration },
  { name: "2026-11-23-5-leaderboard-windows", class: LeaderboardWindowsMigration },
  { name: "2026-11-23-6-request-rates", class: RequestRatesMigration },
  { name: "2026-11-23-7-secret-rotation", class: SecretRotationMigration },
  { name: "2026-11-23-8-click-intake", class: ClickIntakeMigration },
  { name: "2026-11-24-1-smaller-indexes", class: SmallerIndexesMigration },
  { name: "2026-11-24-2-program-totals", class: ProgramTotalsMigration },
  { name: "2026-11-24-3-kept-credits", class: KeptCreditsMigration },
];
