import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { TEST_ORIGIN } from "./test-app.ts";

interface Refusal {
  readonly extensions?: { readonly code?: string };
}

/** The first thing that a subscription is told: `OK` for data, else the code of the refusal, or "closed". */
export async function askSocket(url: string, query: string, cookie: string | undefined): Promise<string> {
  const headers = { origin: TEST_ORIGIN, ...(cookie !== undefined && { cookie }) };
  class WithCookie extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers });
    }
  }
  const client = createClient({ url, webSocketImpl: WithCookie, retryAttempts: 0 });
  const codeOf = (errors: readonly Refusal[]) => String(errors[0]?.extensions?.code);
  try {
    return await new Promise((resolve) => {
      client.subscribe(
        { query },
        {
          next: ({ errors }) => resolve(errors ? codeOf(errors) : "OK"),
          error: (refused) => resolve(Array.isArray(refused) ? codeOf(refused as Refusal[]) : "closed"),
          complete: () => {},
        },
      );
    });
  } finally {
    await client.dispose();
  }
}
