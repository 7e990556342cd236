import { type Answer, ask, done, type Operation, refused } from "./answer.test-kit.ts";
import {
  available,
  euros,
  give,
  type ModelRequest,
  type ModelWithdrawal,
  type Status,
  take,
  type Who,
  type World,
} from "./world.test-kit.ts";

export const MINIMUM = 10_000_000n;

const ANSWER = "amount status version";
const told = ({ amount, status, version }: Pick<ModelWithdrawal, "amount" | "status" | "version">) =>
  done({ amount: euros(amount), status: status.toUpperCase(), version });

/** A partner asks to be paid, for the first time or once more. */
export function request(asked: ModelRequest): Operation {
  const { who, key, amount, bank } = asked;
  return {
    kind: "request",
    predict(world) {
      const partner = world.partners[who];
      if (partner.suspended) return refused("UNAUTHENTICATED");
      const earlier = partner.withdrawals.find((one) => one.key === key);
      if (earlier) {
        const same = earlier.amount === amount && earlier.bank === bank;
        return same
          ? { ...told(earlier), said: ["again"] }
          : refused("IDEMPOTENCY_CONFLICT", { idempotencyKey: key });
      }
      if (amount < MINIMUM)
        return refused("BELOW_MINIMUM", { minimum: euros(MINIMUM), asked: euros(amount) });
      if (amount > available(partner))
        return refused("INSUFFICIENT_BALANCE", {
          available: euros(available(partner)),
          asked: euros(amount),
        });
      take(partner, amount);
      partner.reserved += amount;
      const made: ModelWithdrawal = { ...asked, status: "requested", version: 1 };
      partner.withdrawals.push(made);
      return told(made);
    },
    async send(real): Promise<Answer> {
      const destination = bank
        ? { iban: "FR7630006000011234567890189", holder: "Zoé Martin" }
        : { email: "payee@example.org" };
      const answer = await ask(
        real.client(real.partner(who)),
        `mutation ($input: RequestWithdrawalInput!) { it: requestWithdrawal(input: $input) { id ${ANSWER} } }`,
        {
          input: {
            amount: euros(amount),
            method: bank ? "BANK" : "PAYPAL",
            destination,
            idempotencyKey: key,
          },
        },
      );
      if (answer.said[0] !== "done") return answer;
      const { id, ...rest } = answer.told as { id: string };
      const known = real.withdrawalId(who, key);
      real.remember(who, key, id);
      return { said: [known === id ? "again" : "done"], told: rest };
    },
  };
}

const DECISIONS = {
  approved: ["approve", "approveWithdrawal(id: $id, version: $version)"],
  rejected: ["reject", 'rejectWithdrawal(id: $id, version: $version, reason: "no")'],
  paid: ["pay", 'markWithdrawalPaid(id: $id, version: $version, reference: "PAY-1")'],
} as const;

const TABLE = ["requested approved", "requested rejected", "approved rejected", "approved paid"];

export type Decision = keyof typeof DECISIONS;

export function fits(from: Status, to: Decision): boolean {
  return TABLE.includes(`${from} ${to}`);
}

/** An admin decides on the version that they saw. */
export function decide(who: Who, key: string, to: Decision, seen: number): Operation {
  const [kind, mutation] = DECISIONS[to];
  return {
    kind,
    predict(world) {
      const partner = world.partners[who];
      const withdrawal = partner.withdrawals.find((one) => one.key === key);
      if (!withdrawal) return refused("NOT_FOUND", { what: "Withdrawal" });
      const { status, version } = withdrawal;
      if (version !== seen) return refused("CONFLICT", { expected: seen, actual: version });
      if (!fits(status, to)) return refused("INVALID_TRANSITION", { from: status, to });
      Object.assign(withdrawal, { status: to, version: version + 1 });
      if (to !== "approved") settle(world, withdrawal, to);
      return told(withdrawal);
    },
    send: (real) =>
      ask(real.client(real.admin), `mutation ($id: ID!, $version: Int!) { it: ${mutation} { ${ANSWER} } }`, {
        id: real.withdrawalId(who, key),
        version: seen,
      }),
  };
}

function settle(world: World, { who, amount }: ModelWithdrawal, to: Status): void {
  const partner = world.partners[who];
  partner.reserved -= amount;
  if (to === "paid") partner.paid += amount;
  else give(world, partner, amount);
}
