import { DomainError } from "@contentflow/domain/errors";
import type { App } from "../app.ts";
import type { Rate } from "./rates.ts";

/** One count against a rate, for one person, network or key. */
export interface Turn {
  readonly rate: Rate;
  readonly of: string;
}

/**
 * Counts a request against each of its rates, the narrowest first: what is refused there does not use up what is
 * everybody's. One statement, shared by all processes, and exact also in parallel.
 * @throws DomainError RATE_LIMITED with the seconds until the next one is possible
 */
export async function takeTurns(
  app: Pick<App, "database" | "secrets">,
  turns: readonly Turn[],
): Promise<void> {
  const { rows } = await app.database.pool.query<{ wait: number | null }>({
    name: "take-turns",
    text: "select take_turns($1::bytea[], $2::int[], $3::int[]) as wait",
    values: [
      // Keyed: a copy of the table does not tell which networks were here.
      turns.map(({ rate, of }) => app.secrets.hmac("rate", JSON.stringify([rate.name, of]))),
      turns.map(({ rate }) => rate.most),
      turns.map(({ rate }) => rate.seconds),
    ],
  });
  const wait = rows[0]?.wait ?? null;
  if (wait !== null) throw new DomainError("RATE_LIMITED", { retryAfterSeconds: wait });
}
