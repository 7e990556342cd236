import type { Client, ClientConfig } from "pg";
import { CalmClient } from "./calm-client.ts";

type Release = (failed?: Error | boolean) => void;

/**
 * A connection of the ORM's pool that is over when it is of no more use, whoever holds it.
 *
 * When a statement was given up (`query_timeout`), the driver alone would leave it running, and lose the ROLLBACK that
 * waits behind it: the transaction would keep its locks for as long as PostgreSQL lets it. This one ends itself, and its
 * transaction with it.
 *
 * When a connection is over, the ORM's BEGIN or ROLLBACK fails, and then it never gives the connection back: each outage
 * would take some of the pool's places away, until none is left. This one leaves the pool by itself.
 */
export class ImpatientClient extends CalmClient {
  #release: Release = () => {};

  constructor(config?: string | ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    const impatient = (...given: unknown[]): unknown => {
      const answer = ask(...given);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.#endIfGivenUp(error));
      return answer;
    };
    this.query = impatient as Client["query"];
    this.once("end", () => this.#release(true));
  }

  /** Gives the connection back; called a second time, nothing happens. */
  get release(): Release {
    return this.#release;
  }

  /** The pool sets it whenever it hands the connection out. */
  set release(release: Release) {
    let released = false;
    this.#release = (failed) => {
      if (released) return;
      released = true;
      release(failed);
    };
  }

  #endIfGivenUp(error: unknown): void {
    if (error instanceof Error && error.message === "Query read timeout") this.connection.stream.destroy();
  }
}
