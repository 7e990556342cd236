import { adminDashboard } from "./admin-dashboard.ts";
import { adminPartner } from "./admin-partner.ts";
import { clickReasons } from "./click-reasons.ts";
import { earnings } from "./earnings.ts";
import { faq } from "./faq.ts";
import { leaderboard } from "./leaderboard.ts";
import { links } from "./links.ts";
import { portal } from "./portal.ts";
import { settings } from "./settings.ts";
import { withdrawals } from "./withdrawals.ts";

/** What the pages behind the first one say. */
export const app = {
  ...adminDashboard,
  ...adminPartner,
  ...clickReasons,
  ...earnings,
  ...faq,
  ...leaderboard,
  ...links,
  ...portal,
  ...settings,
  ...withdrawals,
};
