import type { PayoutMethod } from "@contentflow/domain/withdrawal";
import { DEMO_PEOPLE, type DemoPerson, MAIN_PERSON } from "./seed-demo-people.ts";

/** How many days the demo's program is old on the day on which it is first started. */
export const DEMO_DAYS = 125;

export const LAPSING_DAYS = 10;

/** Days after the request. Nothing given: nobody has looked at it yet. */
interface Outcome {
  readonly approvedAfter?: number;
  readonly paidAfter?: number;
  readonly rejectedAfter?: number;
  readonly reason?: string;
}

export interface PlannedWithdrawal {
  readonly person: DemoPerson;
  /** Days after the program's first day. */
  readonly day: number;
  /** Of what is available then; or what would lapse within LAPSING_DAYS. */
  readonly percent: number | "lapsing soon";
  readonly method: PayoutMethod;
  readonly outcome: Outcome;
}

const waiting: Outcome = {};
const approved: Outcome = { approvedAfter: 1 };
const paid = (paidAfter: number): Outcome => ({ approvedAfter: Math.floor(paidAfter / 2), paidAfter });
const rejected = (rejectedAfter: number, reason: string): Outcome => ({ rejectedAfter, reason });

const today = DEMO_DAYS;

/** Of the person at a place in the list, the given number of days ago. */
function ago(
  daysAgo: number,
  place: number,
  percent: PlannedWithdrawal["percent"],
  method: PayoutMethod,
  outcome: Outcome,
): PlannedWithdrawal {
  return { person: DEMO_PEOPLE[place] ?? MAIN_PERSON, day: today - daysAgo, percent, method, outcome };
}

/** Withdrawals in every state; the main partner has met each of them. */
export const DEMO_WITHDRAWALS: readonly PlannedWithdrawal[] = [
  ago(111, 0, 100, "paypal", paid(3)),
  ago(96, 0, 60, "paypal", paid(2)),
  ago(
    88,
    0,
    80,
    "bank",
    rejected(
      2,
      "Le titulaire du compte ne correspond pas à votre nom. Refaites la demande avec votre propre compte.",
    ),
  ),
  ago(2, 0, "lapsing soon", "bank", waiting),
  ago(90, 1, 90, "bank", paid(3)),
  ago(58, 1, 95, "bank", paid(2)),
  ago(27, 1, 95, "bank", paid(4)),
  ago(1, 1, 60, "bank", waiting),
  ago(85, 2, 100, "bank", paid(1)),
  ago(44, 2, 100, "bank", paid(3)),
  ago(9, 2, 100, "bank", paid(5)),
  ago(75, 3, 80, "paypal", paid(2)),
  ago(31, 3, 80, "paypal", paid(1)),
  ago(70, 4, 90, "bank", paid(4)),
  ago(3, 4, 50, "bank", approved),
  ago(62, 5, 100, "paypal", paid(2)),
  ago(4, 5, 100, "paypal", waiting),
  ago(50, 6, 70, "bank", paid(6)),
  ago(
    40,
    7,
    90,
    "paypal",
    rejected(1, "This PayPal account cannot receive euros. Please ask again with another one."),
  ),
  ago(36, 7, 90, "bank", paid(2)),
  ago(47, 8, 60, "paypal", rejected(2, "The clicks of this period are under review.")),
  ago(33, 9, 80, "bank", paid(3)),
  ago(2, 9, 70, "bank", approved),
  ago(29, 10, 100, "paypal", paid(2)),
  ago(22, 11, 100, "bank", paid(8)),
  ago(18, 12, 90, "bank", paid(2)),
  ago(5, 13, 100, "paypal", waiting),
  ago(12, 14, 100, "paypal", paid(1)),
  ago(1, 16, 100, "paypal", waiting),
];
