import { Client, type ClientConfig } from "pg";

/**
 * A connection that may break at any moment without ending the process. The driver says so twice: to the statement under
 * way or the next one, which is where it is handled, and as an event that nobody may leave unheard, also between two
 * statements and after a pool has discarded the connection.
 */
export class CalmClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on("error", () => {});
  }
}
