import { expect, vi } from "vitest";
import { type GraphqlAnswer, TestClient } from "../testing/client.ts";
import type { TestApp } from "../testing/test-app.ts";

export interface ViewerData {
  readonly id: string;
  readonly email: string;
  readonly role: "PARTNER" | "ADMIN";
  readonly locale: "EN" | "FR";
}

export const ME = "{ me { id email role locale } }";
const REQUEST = `mutation ($email: String!, $locale: Locale) {
  requestMagicLink(email: $email, locale: $locale) { email expiresInMinutes }
}`;
const SIGN_IN = "mutation ($token: String!) { signIn(token: $token) { id email role locale } }";

export function requestLink(client: TestClient, email: string, locale?: "EN" | "FR") {
  return client.graphql<{ requestMagicLink: { email: string; expiresInMinutes: number } }>(REQUEST, {
    email,
    locale,
  });
}

export function useLink(client: TestClient, token: string): Promise<GraphqlAnswer<{ signIn: ViewerData }>> {
  return client.graphql<{ signIn: ViewerData }>(SIGN_IN, { token });
}

/** The token of the newest mail to an address, once that many have arrived. */
export async function mailedToken(test: TestApp, email: string, mails = 1): Promise<string> {
  return vi.waitFor(
    () => {
      const received = test.mails.filter(({ to }) => to === email);
      expect(received).toHaveLength(mails);
      return tokenIn(received.at(-1)?.text);
    },
    { timeout: 15_000, interval: 20 },
  );
}

function tokenIn(text: string | undefined): string {
  const token = /\/partner\/login#token=([\w-]+)/.exec(text ?? "")?.[1];
  if (token === undefined) throw new Error("there is no sign-in link in this mail");
  return token;
}

/** A new client that signed in by mail; `email` must not have been mailed in this test before. */
export async function signedInClient(test: TestApp, email: string, headers?: Record<string, string>) {
  const client = new TestClient(test.server, headers);
  await requestLink(client, email);
  const { data } = await useLink(client, await mailedToken(test, email));
  if (!data) throw new Error(`${email} could not sign in`);
  return { client, viewer: data.signIn };
}

/** Forgets mails, sent and waiting, and limits between two tests of one file; accounts and sessions stay. */
export async function forgetLinks(test: TestApp): Promise<void> {
  await test.database.sql("delete from jobs.job where name = 'send-mail' and state < 'active'");
  await test.database.sql("delete from magic_links");
  test.mails.length = 0;
}
