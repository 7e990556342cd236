import type { TestClient } from "../../testing/client.ts";
import type { Real } from "./stage.test-kit.ts";
import type { World } from "./world.test-kit.ts";

/** What came back: in words, which are counted, and with all that was told. */
export interface Answer {
  readonly said: readonly string[];
  readonly told?: unknown;
}

/** One thing that is done to the program, and what the model says to it. */
export interface Operation {
  readonly kind: string;
  /** Changes the world as the program should change, and returns what it should answer. */
  predict(world: World): Answer;
  send(real: Real): Promise<Answer>;
}

export const done = (told: unknown = {}): Answer => ({ said: ["done"], told });
export const refused = (code: string, told: unknown = {}): Answer => ({ said: [code], told });

/** Asks one thing of the API, called `it` in the document. */
export async function ask(
  client: TestClient,
  document: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { data, errors, code } = await client.graphql<{ it: unknown }>(document, variables);
  if (code) return refused(code, errors[0]?.extensions.details ?? {});
  if (!data) throw new Error("an answer with neither data nor error");
  return done(data.it);
}
