import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../app.ts";
import { createApiKey } from "../auth/create-api-key.ts";
import { findApiKey } from "../auth/find-api-key.ts";
import { findViewer } from "../auth/find-viewer.ts";
import { previewSignIn } from "../auth/preview-sign-in.ts";
import { mailedToken, requestLink } from "../auth/sign-in.test-kit.ts";
import { signIn } from "../auth/sign-in.ts";
import { TestClient } from "../testing/client.ts";
import { earn, signedInPartner } from "../testing/people.ts";
import { createTestApp, type TestApp } from "../testing/test-app.ts";
import { listSavedDestinations } from "../withdrawals/saved-destinations.ts";
import { done, request } from "../withdrawals/withdrawal.test-kit.ts";
import { resealDestinations } from "./reseal-destinations.ts";
import { createSecrets } from "./secrets.ts";

const OLD = "0123456789abcdef0123456789abcdef";
const NEW = "fedcba9876543210fedcba9876543210";

let test: TestApp;
/** The same program after the secret was replaced, and when the old one is let go of. */
let both: App;
let onlyNew: App;
beforeAll(async () => {
  test = await createTestApp({ APP_SECRET: OLD });
  both = { ...test.app, secrets: createSecrets(NEW, OLD) };
  onlyNew = { ...test.app, secrets: createSecrets(NEW) };
});
afterAll(() => test.close());

describe("while APP_SECRET is replaced", () => {
  it("sessions and links of before still work, and later no longer", async () => {
    const { client, id } = await signedInPartner(test);
    expect(await findViewer(both, client.cookie)).toMatchObject({ id });
    expect(await findViewer(onlyNew, client.cookie)).toBeNull();

    await requestLink(new TestClient(test.server), "rotating@example.org");
    const token = await mailedToken(test, "rotating@example.org");
    expect(await previewSignIn(onlyNew, token)).toBeNull();
    expect(await previewSignIn(both, token)).not.toBeNull();
    await expect(signIn(onlyNew, { token, device: null })).rejects.toMatchObject({ code: "LINK_EXPIRED" });
    const session = await signIn(both, { token, device: null });
    // What is new is made with the new secret alone.
    expect(await findViewer(onlyNew, `session=${session.token}`)).not.toBeNull();
    expect(await findViewer(test.app, `session=${session.token}`)).toBeNull();
  });

  it("an API key that is used once goes on for good", async () => {
    const used = await createApiKey(test.app, "used");
    const unused = await createApiKey(test.app, "unused");
    expect(await findApiKey(onlyNew, used.key)).toBeNull();
    expect(await findApiKey(both, used.key)).toMatchObject({ name: "used" });
    expect(await findApiKey(onlyNew, used.key)).toMatchObject({ name: "used" });
    expect(await findApiKey(onlyNew, unused.key)).toBeNull();
  });

  it("a queued mail can still be sent", async () => {
    const sealed = test.app.secrets.seal("mail", "to somebody");
    expect(both.secrets.open("mail", sealed)).toBe("to somebody");
    expect(() => onlyNew.secrets.open("mail", sealed)).toThrow("not accepted");
    expect(() => both.secrets.open("destination", sealed)).toThrow("not accepted");
  });
});

describe("sealed destinations", () => {
  it("are sealed anew by the owner, also those from before keys had ids, and repeating it changes nothing", async () => {
    const partner = await signedInPartner(test);
    await earn(test, partner.id, "50.00");
    done(await request(partner, "20.00"));
    const saved = await listSavedDestinations(test.app, partner.id);
    expect(saved).toHaveLength(1);
    const [before] = await rows();

    expect(await resealDestinations(both, test.database.owner)).toEqual({ resealed: 1, lost: [] });
    expect(await listSavedDestinations(onlyNew, partner.id)).toEqual(saved);
    expect(await listSavedDestinations(test.app, partner.id)).toEqual([]);
    const [after] = await rows();
    expect({ ...after, sealed: before?.sealed }).toEqual(before);
    expect(await resealDestinations(both, test.database.owner)).toEqual({ resealed: 0, lost: [] });
    expect(await resealDestinations(test.app, test.database.owner)).toMatchObject({
      resealed: 0,
      lost: [after?.id],
    });
  });

  it("cannot be exchanged by the application, nor by the owner without saying so", async () => {
    const exchange =
      "update withdraw_requests set destination_sealed = '\\x02' where destination_sealed is not null";
    await expect(test.database.sql(exchange)).rejects.toThrow("what was asked for cannot change");
    const client = await test.app.database.pool.connect();
    try {
      await client.query("set contentflow.resealing = 'on'");
      await expect(client.query(exchange)).rejects.toThrow("what was asked for cannot change");
    } finally {
      client.release(true);
    }
  });

  it("cannot take anything else along", async () => {
    await test.database.sql("set contentflow.resealing = 'on'");
    try {
      await expect(
        test.database.sql(
          "update withdraw_requests set destination_sealed = '\\x02', destination = 'elsewhere'",
        ),
      ).rejects.toThrow("what was asked for cannot change");
    } finally {
      await test.database.sql("reset contentflow.resealing");
    }
  });
});

it("opens what was sealed before keys had ids, with either secret", () => {
  const sealed = Buffer.from("01000102030405060708090a0b", "hex");
  expect(() => both.secrets.open("destination", sealed)).toThrow("not accepted");
  const withId = createSecrets(OLD).seal("destination", "an address");
  const withoutId = Buffer.concat([Buffer.from([1]), withId.subarray(5)]);
  expect(both.secrets.open("destination", withoutId)).toBe("an address");
  expect(test.app.secrets.open("destination", withoutId)).toBe("an address");
  expect(() => onlyNew.secrets.open("destination", withoutId)).toThrow("not accepted");
  expect(both.secrets.isCurrent("destination", withoutId)).toBe(false);
});

function rows() {
  return test.database.sql<{ id: string; sealed: Buffer }>(
    "select id, destination_sealed as sealed, destination, status, version, request_hash from withdraw_requests",
  );
}
