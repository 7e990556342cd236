import { randomBytes, randomUUID } from "node:crypto";
import { randomToken } from "../../apps/api/src/security/secrets.ts";
import { askGraphql, type GraphqlAnswer } from "./graphql.ts";
import type { World } from "./world.ts";

/** Somebody who is signed in. */
export interface Person {
  readonly id: string;
  ask(operation: string, variables: Readonly<Record<string, unknown>>): Promise<GraphqlAnswer>;
}

export interface Partner extends Person {
  /** The code of the partner's link. */
  readonly code: string;
}

export interface People {
  readonly partners: readonly Partner[];
  readonly admin: Person;
  /** May send events. */
  readonly apiKey: string;
}

/** So many partners with a link each, an admin, and a key; made by hand, which is faster than by mail. */
export async function addPeople(world: World, partners = 5): Promise<People> {
  const rows = await world.sql<{ id: string; code: string }>(
    `with p as (insert into partners (email) select 'p-' || gen_random_uuid() || '@example.org'
       from generate_series(1, $1::int) returning id)
     insert into links (code, partner_id, destination)
     select 'l-' || substr(id::text, 1, 8), id, 'https://example.org/' || id from p
     returning partner_id as id, code`,
    [partners],
  );
  const [admin] = await world.sql<{ id: string }>("insert into admins (email) values ($1) returning id", [
    `${randomUUID()}@contentflow.example`,
  ]);
  const apiKey = `cf_${randomBytes(24).toString("base64url")}`;
  await world.sql("insert into api_keys (name, key_hmac) values ($1, $2)", [
    randomUUID(),
    world.secrets.hmac("api-key", apiKey),
  ]);
  return {
    partners: await Promise.all(
      rows.map(async ({ id, code }) => ({ ...(await signIn(world, "partner", id)), code })),
    ),
    admin: await signIn(world, "admin", admin?.id ?? ""),
    apiKey,
  };
}

async function signIn(world: World, role: "partner" | "admin", id: string): Promise<Person> {
  const token = randomToken();
  await world.sql(
    `insert into sessions (token_hmac, ${role}_id, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [world.secrets.hmac("session", token), id],
  );
  const cookie = `${world.cookieName}=${token}`;
  return { id, ask: (operation, variables) => askGraphql(world, cookie, operation, variables) };
}
