import { Client, type ClientConfig } from "pg";

/**
 * A connection that ends itself when a statement was given up (`query_timeout`). The driver alone would leave the
 * statement running, and lose the ROLLBACK that waits behind it: the connection would go back to its pool with an open
 * transaction, which holds its locks, and which the next one to use the connection would commit along with its own work.
 * Ended, it takes its transaction with it as soon as PostgreSQL notices, and whoever waits for it is told at once.
 */
export class ImpatientClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    const impatient = (...given: unknown[]): unknown => {
      const answer = ask(...given);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.#endIfGivenUp(error));
      return answer;
    };
    this.query = impatient as Client["query"];
  }

  #endIfGivenUp(error: unknown): void {
    if (error instanceof Error && error.message === "Query read timeout") this.connection.stream.destroy();
  }
}
