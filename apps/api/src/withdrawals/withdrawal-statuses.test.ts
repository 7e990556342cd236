import { canTransition, WITHDRAWAL_STATUSES, type WithdrawalStatus } from "@contentflow/domain/withdrawal";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { changesNothing } from "../testing/unchanged.ts";
import { approve, differencesIn, done, pay, reject, request } from "./withdrawal.test-kit.ts";

let test: TestApp;
let admin: SignedIn;
let asApp: Client;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
  asApp = new Client(test.app.database.connection);
  await asApp.connect();
});
afterAll(async () => {
  await asApp.end();
  await test.close();
});

async function withdrawalThatIs(status: WithdrawalStatus) {
  const partner = await signedInPartner(test);
  await earn(test, partner.id, "20.00");
  const requested = done(await request(partner, "20.00"));
  if (status === "requested") return { partner, id: requested.id };
  if (status === "rejected") return { partner, id: done(await reject(admin, requested)).id };
  const approved = done(await approve(admin, requested));
  return { partner, id: status === "approved" ? approved.id : done(await pay(admin, approved)).id };
}

const MOVEMENT: Partial<Record<WithdrawalStatus, string>> = {
  paid: "'settle', 'reserved', 'paid_out'",
  rejected: "'return', 'reserved', 'available'",
};

/** What the application does on a transition, in plain SQL and without its checks. */
async function forceStatus(
  id: string,
  partnerId: string,
  from: WithdrawalStatus,
  to: WithdrawalStatus,
): Promise<void> {
  await asApp.query("begin");
  try {
    await asApp.query(
      `update withdraw_requests set status = $2::withdrawal_status, version = version + 1,
         decided_at = case when $2 = 'requested' then null else now() end,
         paid_at = case when $2 = 'paid' then now() end,
         reference = case when $2 = 'paid' then 'x' end,
         reason = case when $2 = 'rejected' then 'x' end
       where id = $1`,
      [id, to],
    );
    if (MOVEMENT[to]) {
      await asApp.query(
        `insert into ledger_entries (kind, debit_account, credit_account, partner_id, amount, booked_on, withdrawal_id)
         values (${MOVEMENT[to]}, $1, 20000000, current_date, $2)`,
        [partnerId, id],
      );
    }
    await asApp.query(
      `insert into withdrawal_events (withdrawal_id, at, from_status, to_status, by_admin)
       values ($1, now(), $2, $3, $4)`,
      [id, from, to, admin.id],
    );
    await asApp.query("commit");
  } catch (error) {
    await asApp.query("rollback");
    throw error;
  }
}

/** The four that there are, written out: what the code takes for the table is tested by it, too. */
const LISTED = ["requested approved", "requested rejected", "approved rejected", "approved paid"];

describe.each(WITHDRAWAL_STATUSES)("AC-06 raw SQL on a withdrawal that is %s", (from) => {
  it.each(WITHDRAWAL_STATUSES)(`can take it to %s only where the table says so`, async (to) => {
    expect(canTransition(from, to)).toBe(LISTED.includes(`${from} ${to}`));
    const { partner, id } = await withdrawalThatIs(from);
    const attempt = () => forceStatus(id, partner.id, from, to);
    if (canTransition(from, to)) await attempt();
    else {
      await changesNothing(test, () =>
        expect(attempt()).rejects.toMatchObject({ code: expect.stringMatching(/^23/) }),
      );
    }
    const [row] = await test.database.sql<{ status: string }>(
      "select status from withdraw_requests where id = $1",
      [id],
    );
    expect(row?.status).toBe(canTransition(from, to) ? to : from);
    expect(await differencesIn(test)).toEqual([]);
  });

  it.each(WITHDRAWAL_STATUSES)("cannot take it to %s by its status alone, even as the owner", async (to) => {
    const { id } = await withdrawalThatIs(from);
    const set = `update withdraw_requests set status = '${to}', version = version + 1, decided_at = now(), paid_at = now(),
      reference = 'x', reason = 'x' where id = '${id}'`;
    await changesNothing(test, async () => {
      await expect(test.database.sql(set)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
      await expect(asApp.query(set)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
    });
  });
});

describe("AC-06 raw SQL", () => {
  it("cannot change a status without the money that belongs to it", async () => {
    const { id } = await withdrawalThatIs("approved");
    await expect(
      asApp.query(
        "update withdraw_requests set status = 'paid', version = version + 1, paid_at = now(), reference = 'x' where id = $1",
        [id],
      ),
    ).rejects.toMatchObject({ code: "23001" });
  });

  it.each(["approved", "rejected", "paid"])("cannot insert one that is already %s", async (status) => {
    const { partner } = await withdrawalThatIs("requested");
    await expect(
      asApp.query(
        `insert into withdraw_requests (partner_id, amount, method, destination, idempotency_key, request_hash,
           requested_at, status, decided_at)
         values ($1, 10000000, 'paypal', 'x', 'raw', '\\x00', now(), $2, now())`,
        [partner.id, status],
      ),
    ).rejects.toMatchObject({ code: "23001" });
  });

  it.each(["cancelled", "REQUESTED", "", null])("knows no other status: %j", async (status) => {
    const { id } = await withdrawalThatIs("requested");
    const set = "update withdraw_requests set status = $2, version = version + 1 where id = $1";
    await expect(asApp.query(set, [id, status])).rejects.toMatchObject({ code: expect.stringMatching(/^2/) });
  });

  it.each([0, 2, -1])("cannot keep the version or jump (by %s)", async (step) => {
    const { id } = await withdrawalThatIs("requested");
    const set =
      "update withdraw_requests set status = 'approved', version = version + $2, decided_at = now() where id = $1";
    await expect(asApp.query(set, [id, step])).rejects.toMatchObject({ code: "23001" });
  });
});

it("what was decided cannot be rewritten", async () => {
  const { id } = await withdrawalThatIs("paid");
  await expect(
    asApp.query("update withdraw_requests set reference = 'another' where id = $1", [id]),
  ).rejects.toThrow("cannot be rewritten");
  await expect(
    asApp.query("update withdraw_requests set paid_at = now() where id = $1", [id]),
  ).rejects.toThrow("cannot be rewritten");
});
