import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  forgetLinks,
  ME,
  mailedToken,
  requestLink,
  signedInClient,
  useLink,
} from "../auth/sign-in.test-kit.ts";
import { lapseEarnings } from "../ledger/lapse-earnings.ts";
import { warnOfLapse } from "../ledger/warn-of-lapse.ts";
import type { Mail } from "../mail/mail.ts";
import type { TestClient } from "../testing/client.ts";
import { dumpDatabase } from "../testing/dump-database.ts";
import { earn, type SignedIn, signedInAdmin, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import {
  approve,
  BANK,
  balanceOf,
  differencesIn,
  done,
  IBAN,
  pay,
  reject,
  request,
} from "../withdrawals/withdrawal.test-kit.ts";
import { forgetDestinations } from "./forget-destinations.ts";

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await createTestApp();
  admin = await signedInAdmin(test);
});
afterAll(() => test.close());

const ERASE = "mutation ($confirmEmail: String!) { eraseAccount(confirmEmail: $confirmEmail) }";
const erase = (client: TestClient, confirmEmail: string) => client.graphql(ERASE, { confirmEmail });

async function createLink({ client }: SignedIn, destination: string, title: string | null = null) {
  const { data } = await client.graphql<{ createLink: { code: string } }>(
    `mutation ($input: CreateLinkInput!) { createLink(input: $input) { code } }`,
    { input: { destination, title } },
  );
  return data?.createLink.code ?? "";
}

const visit = async (code: string) => {
  const answer = await test.server.http.inject({
    url: `/r/${code}`,
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
  });
  await test.app.clicks.settled();
  return answer;
};

async function statusOf(id: string) {
  const [row] = await test.database.sql<{ email: string; status: string; erased_at: Date | null }>(
    "select email, status, erased_at from partners where id = $1",
    [id],
  );
  return row;
}

describe("an erased partner", () => {
  const email = "zoe.martin@example.org";
  const paypal = "zoe.private@example.net";
  const holder = "Zoé Martin-Quelquechose";
  const isSignInMail = ({ to, text }: Mail) => to === email && text.includes("#token=");
  let partner: SignedIn;
  let article: string;
  let profile: string;

  beforeAll(async () => {
    const { client, viewer } = await signedInClient(test, email);
    partner = { id: viewer.id, email, client };
    await earn(test, partner.id, "100.00");
    article = await createLink(partner, "https://example.org/an/article?id=7", "For my sister Léa");
    profile = await createLink(partner, "https://example.org/authors/Zoe.Martin%40example.org?tab=1");
    const bank = { ...BANK, destination: { iban: IBAN, holder } };
    done(await pay(admin, done(await approve(admin, done(await request(partner, "30.00", bank))))));
    const other = { method: "PAYPAL", destination: { email: paypal } };
    done(await reject(admin, done(await request(partner, "20.00", other))));
    await requestLink(client, email);
    await vi.waitFor(() => expect(test.mails.filter(isSignInMail)).toHaveLength(2), { timeout: 10_000 });
    await client.graphql("mutation { setLocale(locale: FR) { id } }");
    const named = await dumpDatabase(test);
    for (const name of [email, "Léa"]) expect(named).toContain(name);

    expect((await erase(client, " Zoe.Martin@example.org")).code).toBe("BAD_USER_INPUT");
    expect((await erase(client, "Zoe.Martin@example.org")).data).toEqual({ eraseAccount: true });
  });

  it("is named nowhere in the database any more", async () => {
    const dump = await dumpDatabase(test);
    expect(dump).toContain(partner.id);
    // The last digits as the mask shows them: bare, four digits are somewhere in any dump.
    const masked = `•••• ${IBAN.slice(-4)}`;
    const names = [email, "zoe.martin", paypal, IBAN, masked, "z•••@", holder, "Quelquechose", "Léa"];
    for (const name of names) expect(dump.toLowerCase(), name).not.toContain(name.toLowerCase());
    const sealed = "select 1 from withdraw_requests where destination_sealed is not null";
    expect(await test.database.sql(sealed)).toEqual([]);
  });

  it("is signed out everywhere, by every old way in", async () => {
    expect((await partner.client.graphql(ME)).data).toEqual({ me: null });
    const unused = test.mails.findLast(isSignInMail);
    const token = /#token=([\w-]+)/.exec(unused?.text ?? "")?.[1] ?? "";
    expect((await useLink(partner.client, token)).code).toBe("LINK_EXPIRED");
  });

  it("gets one last mail, in their language, at the address that was theirs", async () => {
    await vi.waitFor(
      () =>
        expect(test.mails.map(({ to, subject }) => [to, subject])).toContainEqual([
          email,
          expect.stringContaining("est effacé"),
        ]),
      { timeout: 10_000 },
    );
  });

  it("keeps the history of their money, and what is left lapses as usual", async () => {
    const [balance] = await test.database.sql(
      "select available, paid_out, earned from partner_balances where partner_id = $1",
      [partner.id],
    );
    expect(balance).toEqual({ available: "70000000", paid_out: "30000000", earned: "100000000" });
    expect(await differencesIn(test)).toEqual([]);

    const inAMonth = (days: number) => new Date(Date.now() + days * 86_400_000);
    const mails = test.mails.length;
    test.setNow(inAMonth(88));
    expect(await warnOfLapse(test.app)).toBe(0);
    test.setNow(inAMonth(92));
    await lapseEarnings(test.app);
    test.setNow(new Date());
    expect(
      await test.database.sql("select available from partner_balances where partner_id = $1", [partner.id]),
    ).toEqual([{ available: "0" }]);
    expect(test.mails).toHaveLength(mails);
    expect(await differencesIn(test)).toEqual([]);
  });

  it("is shown to admins as erased, and cannot be let back in, corrected or suspended", async () => {
    const { data } = await admin.client.graphql<{
      admin: { partner: { email: string; status: string; locale: string; erasedAt: string } };
    }>(`{ admin { partner(id: "${partner.id}") { email status locale erasedAt } } }`);
    expect(data?.admin.partner).toEqual({
      email: `erased-${partner.id}@invalid`,
      status: "SUSPENDED",
      locale: "FR",
      erasedAt: expect.stringMatching(/^20/),
    });
    const correction = `partnerId: "${partner.id}", kind: BONUS, amount: "1.00", reason: "x", idempotencyKey: "k"`;
    for (const mutation of [
      `reactivatePartner(id: "${partner.id}", reason: "x") { id }`,
      `suspendPartner(id: "${partner.id}", reason: "x") { id }`,
      `correctBalance(input: { ${correction} }) { id }`,
    ]) {
      expect((await admin.client.graphql(`mutation { ${mutation} }`)).code, mutation).toBe("CONFLICT");
    }
  });

  it("stays erased, whatever the application does", async () => {
    const asApp = new Client(test.app.database.connection);
    await asApp.connect();
    for (const change of ["erased_at = null", "erased_at = now()"]) {
      const statement = `update partners set ${change} where id = $1`;
      await expect(asApp.query(statement, [partner.id])).rejects.toMatchObject({ code: "23001" });
    }
    for (const change of ["status = 'active'", "email = 'zoe@example.org'"]) {
      const statement = `update partners set ${change} where id = $1`;
      await expect(asApp.query(statement, [partner.id])).rejects.toMatchObject({ code: "23514" });
    }
    await asApp.end();
  });

  it("no longer earns, but readers of the links still arrive", async () => {
    const { headers } = await visit(article);
    expect(headers["location"]).toBe("https://example.org/an/article?id=7");
    const [event] = await test.database.sql(
      "select verdict from metric_events where partner_id = $1 order by id desc limit 1",
      [partner.id],
    );
    expect(event).toEqual({ verdict: "suspended" });
  });

  it("leaves no link whose destination names them, and after a year none that leads to a page", async () => {
    const destinations = () =>
      test.database.sql("select code, destination, title from links where partner_id = $1", [partner.id]);
    expect(await destinations()).toEqual(
      expect.arrayContaining([
        { code: article, destination: "https://example.org/an/article?id=7", title: null },
        { code: profile, destination: "https://example.org/", title: null },
      ]),
    );
    test.setNow(new Date(Date.now() + 364 * 86_400_000));
    expect(await forgetDestinations(test.app)).toBe(0);
    test.setNow(new Date(Date.now() + 366 * 86_400_000));
    expect(await forgetDestinations(test.app)).toBe(1);
    expect(await forgetDestinations(test.app)).toBe(0);
    test.setNow(new Date());
    for (const link of await destinations())
      expect(link).toMatchObject({ destination: "https://example.org/" });
  });

  it("can sign up again with the same address, as somebody new", async () => {
    await forgetLinks(test);
    const { viewer, client } = await signedInClient(test, email);
    expect(viewer.id).not.toBe(partner.id);
    expect(await balanceOf({ id: viewer.id, email, client })).toMatchObject({
      available: "0.00",
      paid: "0.00",
    });
  });
});

describe("erasing", () => {
  it("waits for open withdrawals, and says how many there are", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "50.00");
    const first = done(await request(partner, "10.00"));
    const second = done(await approve(admin, done(await request(partner, "10.00"))));
    const refused = await erase(partner.client, partner.email);
    expect(refused.code).toBe("OPEN_WITHDRAWALS");
    expect(refused.errors[0]?.extensions.details).toEqual({ count: 2 });
    done(await reject(admin, first));
    expect((await erase(partner.client, partner.email)).errors[0]?.extensions.details).toEqual({ count: 1 });
    done(await pay(admin, second));
    expect((await erase(partner.client, partner.email)).data).toEqual({ eraseAccount: true });
  });

  it("takes no other address than one's own", async () => {
    const partner = await signedInPartner(test);
    for (const other of ["", "nobody", `${randomUUID()}@example.org`, `x${partner.email}`]) {
      const { code, errors } = await erase(partner.client, other);
      expect(code).toBe("BAD_USER_INPUT");
      expect(errors[0]?.extensions.details).toMatchObject({ field: "confirmEmail" });
    }
    expect(await statusOf(partner.id)).toEqual({ email: partner.email, status: "active", erased_at: null });
  });

  it("happens once, and never while money is under way, however much is asked at once", async () => {
    for (let round = 0; round < 6; round += 1) {
      const partner = await signedInPartner(test);
      await earn(test, partner.id, "50.00");
      const [asked, ...erased] = await Promise.all([
        request(partner, "10.00"),
        erase(partner.client, partner.email),
        erase(partner.client, partner.email),
      ]);
      const isErased = (await statusOf(partner.id))?.erased_at !== null;
      const times = erased.filter(({ data }) => data?.["eraseAccount"] === true).length;
      expect(times).toBe(isErased ? 1 : 0);
      if (isErased) expect(asked.code).toMatch(/^(ACCOUNT_SUSPENDED|UNAUTHENTICATED)$/);
      else done(asked);
      if (isErased) {
        const live = "select 1 from sessions where partner_id = $1";
        expect(await test.database.sql(live, [partner.id])).toEqual([]);
      }
    }
    expect(await differencesIn(test)).toEqual([]);
  });

  it("leaves no session of somebody who signs in meanwhile, nor a deadlock", async () => {
    for (let round = 0; round < 5; round += 1) {
      const email = `race-${round}@example.org`;
      const { client, viewer } = await signedInClient(test, email);
      await requestLink(client, email);
      const token = await mailedToken(test, email, 2);
      const [erased, signedIn] = await Promise.all([erase(client, email), useLink(client, token)]);
      // Signing in ends the session before it: then there was nobody to erase.
      if (erased.code) expect(erased.code).toBe("UNAUTHENTICATED");
      else {
        expect(await test.database.sql("select 1 from sessions where partner_id = $1", [viewer.id])).toEqual(
          [],
        );
        if (signedIn.data) expect(signedIn.data.signIn.id).not.toBeUndefined();
      }
    }
  });
});
