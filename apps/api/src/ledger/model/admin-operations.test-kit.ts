import { lapseEarnings } from "../lapse-earnings.ts";
import { sealAccruals } from "../seal-accruals.ts";
import { ask, done, type Operation, refused } from "./answer.test-kit.ts";
import {
  balanceIn,
  earningsIn,
  euros,
  give,
  type ModelCorrection,
  pass,
  take,
  type Who,
} from "./world.test-kit.ts";

const PARTNER = done({ __typename: "Partner" });

/** More than the window. */
const DAYS_SHOWN = 12;

/** Money given or taken by hand, for the first time or once more. */
export function correct(asked: ModelCorrection): Operation {
  const { who, kind, amount, key } = asked;
  return {
    kind,
    predict(world) {
      const partner = world.partners[who];
      const earlier = partner.corrections.find((one) => one.key === key);
      if (earlier) {
        const same = earlier.kind === kind && earlier.amount === amount;
        return same ? PARTNER : refused("IDEMPOTENCY_CONFLICT", { idempotencyKey: key });
      }
      partner.corrections.push(asked);
      partner.earned += kind === "bonus" ? amount : -amount;
      if (kind === "bonus") give(world, partner, amount);
      else take(partner, amount);
      return PARTNER;
    },
    send(real) {
      const input = {
        partnerId: real.partner(who).id,
        kind: kind.toUpperCase(),
        amount: euros(amount),
        reason: "by hand",
        idempotencyKey: key,
      };
      return ask(
        real.client(real.admin),
        "mutation ($input: CorrectBalanceInput!) { it: correctBalance(input: $input) { __typename } }",
        { input },
      );
    },
  };
}

/** Suspends a partner or lets them back in. */
export function setStatus(who: Who, suspended: boolean): Operation {
  const kind = suspended ? "suspend" : "reactivate";
  return {
    kind,
    predict(world) {
      const partner = world.partners[who];
      if (partner.suspended === suspended) {
        const status = suspended ? "suspended" : "active";
        return refused("CONFLICT", { reason: `This partner is already ${status}` });
      }
      partner.suspended = suspended;
      return done({ status: suspended ? "SUSPENDED" : "ACTIVE" });
    },
    async send(real) {
      const answer = await ask(
        real.client(real.admin),
        `mutation ($id: ID!) { it: ${kind}Partner(id: $id, reason: "because") { status } }`,
        { id: real.partner(who).id },
      );
      if (!suspended && answer.said[0] === "done") await real.signInAgain(who);
      return answer;
    },
  };
}

/** Time goes by. */
export function wait(milliseconds: number): Operation {
  return {
    kind: "wait",
    predict(world) {
      pass(world, milliseconds);
      return done();
    },
    async send(real) {
      real.wait(milliseconds);
      return done();
    },
  };
}

/** From now on, a click is worth something else. */
export function changeEpc(epc: bigint): Operation {
  return {
    kind: "epc",
    predict(world) {
      world.epc = epc;
      return done();
    },
    async send(real) {
      real.setEpc(epc);
      return done();
    },
  };
}

/** What is done every night: nobody's balance may show it. */
export function night(): Operation {
  return {
    kind: "night",
    predict: () => done(),
    async send({ stage }) {
      await sealAccruals(stage.test.app);
      await lapseEarnings(stage.test.app);
      return done();
    },
  };
}

/** The partner looks at their own pages. */
export function look(who: Who): Operation {
  return {
    kind: "look",
    predict(world) {
      if (world.partners[who].suspended) return refused("UNAUTHENTICATED");
      return done({ balance: shown(balanceIn(world, who)), ...earningsIn(world, who, DAYS_SHOWN) });
    },
    async send(real) {
      const { data, code } = await real
        .client(real.partner(who))
        .graphql<{ links: { edges: { node: { code: string } }[] } }>(
          `query ($days: Int!) {
            balance { available pending paid earned debt clicks epc lapsingNext { amount on } }
            earnings(days: $days) { day clicks earned }
            links(first: 10) { edges { node { code clicks earned } } }
          }`,
          { days: DAYS_SHOWN },
        );
      if (!data) return refused(String(code));
      const links = data.links.edges.map(({ node }) => node).sort((a, b) => (a.code < b.code ? -1 : 1));
      return done({ ...data, links: links.map(({ code: _, ...figures }) => figures) });
    },
  };
}

function shown(balance: ReturnType<typeof balanceIn>) {
  const { lapsingNext, clicks, ...amounts } = balance;
  return {
    ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, euros(amount)])),
    clicks,
    lapsingNext: lapsingNext && { ...lapsingNext, amount: euros(lapsingNext.amount) },
  };
}
