import { setTimeout as pause } from "node:timers/promises";
import type { Language } from "../src/lib/language.ts";

const MAIL_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 100;

export interface SignedInByHttp {
  readonly id: string;
  /** What the browser sends back as the cookie called `session`. */
  readonly session: string;
}

/** Signs in by a link from the demo's mailbox, as a person does it, without a browser. */
export async function signInByHttp(
  origin: string,
  email: string,
  locale: "EN" | "FR" = "EN",
): Promise<SignedInByHttp> {
  const token = await mailedToken(origin, email);
  const response = await ask(origin, "mutation ($token: String!) { signIn(token: $token) { id } }", {
    token,
  });
  const { data } = (await response.json()) as { data: { signIn: { id: string } } };
  const session = /^session=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? "")?.[1];
  if (session === undefined) throw new Error(`${email} could not sign in`);
  await chooseLanguage(origin, session, locale === "FR" ? "fr" : "en");
  return { id: data.signIn.id, session };
}

/** Has an account speak a language, which outweighs the browser's. */
export async function chooseLanguage(origin: string, session: string, language: Language): Promise<void> {
  const query = "mutation ($locale: Locale!) { setLocale(locale: $locale) { locale } }";
  const locale = language === "fr" ? "FR" : "EN";
  const { data } = (await (await ask(origin, query, { locale }, session)).json()) as {
    data?: { setLocale: { locale: string } };
  };
  if (data?.setLocale.locale !== locale) throw new Error(`the account does not speak ${language}`);
}

/** The token of a new sign-in link, which nobody has used. There are 3 for an address, and 20 in all, in 15 minutes. */
export async function mailedToken(origin: string, email: string): Promise<string> {
  const before = new Set(await mailsTo(origin, email));
  const request = "mutation ($email: String!) { requestMagicLink(email: $email) { email } }";
  const asked = await ask(origin, request, { email });
  if (JSON.stringify(await asked.json()).includes('"errors"')) throw new Error(`no link for ${email}`);
  const deadline = Date.now() + MAIL_WITHIN_MS;
  for (;;) {
    const mail = (await mailsTo(origin, email)).find((path) => !before.has(path));
    const text = mail === undefined ? "" : await (await fetch(origin + mail)).text();
    const token = /#token=([\w-]+)/.exec(text)?.[1];
    if (token !== undefined) return token;
    if (Date.now() > deadline) throw new Error(`no mail to ${email} arrived`);
    await pause(LOOK_EVERY_MS);
  }
}

async function mailsTo(origin: string, email: string): Promise<string[]> {
  const html = await (await fetch(`${origin}/dev/mail`)).text();
  return html
    .split("<li>")
    .filter((item) => item.includes(email))
    .flatMap((item) => /href="(\/dev\/mail\/[^"]+)"/.exec(item)?.[1] ?? []);
}

/** The code of an account's newest link; one that leads nowhere, if it has none. */
export async function newestLink(origin: string, session: string): Promise<string> {
  const answer = await ask(origin, "{ links(first: 1) { edges { node { code } } } }", {}, session);
  const { data } = (await answer.json()) as { data: { links: { edges: { node: { code: string } }[] } } };
  return data.links.edges[0]?.node.code ?? "none";
}

/** One GraphQL request, as the pages send them. */
export function ask(
  origin: string,
  query: string,
  variables: Record<string, unknown>,
  session?: string,
): Promise<Response> {
  return fetch(`${origin}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      origin,
      ...(session !== undefined && { cookie: `session=${session}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
}
