import { ask } from "./sign-in-by-http.ts";

const READER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/** A counted click on a new link of the partner: as much as a click is worth. */
export async function earn(origin: string, session: string): Promise<void> {
  const input = { destination: "https://example.org/article" };
  const create = "mutation ($input: CreateLinkInput!) { createLink(input: $input) { url } }";
  const { createLink } = await answer<{ createLink: { url: string } }>(origin, create, { input }, session);
  const click = await fetch(createLink.url, { redirect: "manual", headers: { "user-agent": READER } });
  if (click.status !== 302) throw new Error(`the click was answered with ${click.status}`);
}

/** The partner asks for these amounts, one after the other. */
export async function askForMoney(
  origin: string,
  session: string,
  amounts: readonly string[],
  email: string,
): Promise<void> {
  const request = "mutation ($input: RequestWithdrawalInput!) { requestWithdrawal(input: $input) { id } }";
  for (const amount of amounts) {
    const input = { amount, method: "PAYPAL", destination: { email }, idempotencyKey: crypto.randomUUID() };
    await answer(origin, request, { input }, session);
  }
}

/** Where everybody’s requests stand, by their amounts, as an admin reads them. */
export async function requestStatuses(origin: string, session: string): Promise<Record<string, string>> {
  const query = "{ admin { withdrawals(first: 100) { edges { node { amount status } } } } }";
  type Answer = { admin: { withdrawals: { edges: { node: { amount: string; status: string } }[] } } };
  const { admin: data } = await answer<Answer>(origin, query, {}, session);
  return Object.fromEntries(data.withdrawals.edges.map(({ node }) => [node.amount, node.status]));
}

/** What a partner has, as an admin reads it. */
export async function balanceOf(origin: string, session: string, id: string): Promise<{ available: string }> {
  const query = "query ($id: ID!) { admin { partner(id: $id) { balance { available } } } }";
  type Answer = { admin: { partner: { balance: { available: string } } } };
  const { admin: data } = await answer<Answer>(origin, query, { id }, session);
  return data.partner.balance;
}

/** What the API says to a question that it must not refuse. */
export async function answer<T>(
  origin: string,
  query: string,
  variables: Record<string, unknown>,
  session: string,
): Promise<T> {
  const { data, errors } = (await (await ask(origin, query, variables, session)).json()) as {
    data: T;
    errors?: unknown;
  };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}
