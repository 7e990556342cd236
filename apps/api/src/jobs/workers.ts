import type { App } from "../app.ts";
import { forgetSpentSignIns } from "../auth/forget-spent-sign-ins.ts";
import { dropOldEvents } from "../clicks/drop-old-events.ts";
import { forgetReceipts } from "../clicks/forget-receipts.ts";
import { forgetVisitorKeys } from "../clicks/forget-visitor-keys.ts";
import { preparePartitions } from "../clicks/prepare-partitions.ts";
import { ageKeptClicks } from "../leaderboard/age-kept-clicks.ts";
import { lapseEarnings } from "../ledger/lapse-earnings.ts";
import { recallOldestLeft } from "../ledger/recall-oldest-left.ts";
import { sealAccruals } from "../ledger/seal-accruals.ts";
import { verifyLedger } from "../ledger/verify-ledger.ts";
import { warnOfLapse } from "../ledger/warn-of-lapse.ts";
import type { MailTransport } from "../mail/mail.ts";
import { forgetDestinations } from "../partners/forget-destinations.ts";
import { forgetRates } from "../rates/forget-rates.ts";
import { sendMail } from "./send-mail.ts";

/**
 * Takes up the background work in this process. Several processes share it: each job runs in one of them. Every step of
 * a day's work can be repeated, so a job that died in the middle is simply run again.
 */
export async function startWorkers(app: App, mailTransport: MailTransport): Promise<void> {
  const { jobs } = app;
  await Promise.all([
    preparePartitions(app),
    jobs.schedule("daily-books", "10 0 * * *"),
    jobs.schedule("clean-up", "40 2 * * *"),
  ]);
  await jobs.work("send-mail", (id, payload) => sendMail(app, mailTransport, id, payload));
  await jobs.work("daily-books", () => closeTheBooks(app));
  await jobs.work("clean-up", () => cleanUp(app));
}

/** Ten minutes past midnight UTC: yesterday is over, what is past its window is booked, and the proof is made. */
async function closeTheBooks(app: App): Promise<void> {
  await sealAccruals(app);
  await lapseEarnings(app);
  await recallOldestLeft(app);
  await warnOfLapse(app);
  await ageKeptClicks(app);
  const { ok } = await verifyLedger(app);
  if (!ok) app.log.error("the ledger check found differences: run ledger:verify");
}

/** Forgets what is no longer needed; never money. */
async function cleanUp(app: App): Promise<void> {
  await preparePartitions(app);
  await dropOldEvents(app);
  await forgetReceipts(app);
  await forgetVisitorKeys(app);
  await forgetSpentSignIns(app);
  await forgetDestinations(app);
  await forgetRates(app);
}
