import type { ErrorCode } from "@contentflow/domain/errors";
import type { Server } from "../server.ts";
import { TEST_ORIGIN } from "./test-app.ts";

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data | null;
  readonly errors: readonly {
    message: string;
    extensions: { code: ErrorCode; details?: Record<string, unknown> };
  }[];
  /** The code of the first error, for a short expectation. */
  readonly code: ErrorCode | undefined;
}

/** A browser-like client of the API: keeps its session cookie and says where it comes from. */
export class TestClient {
  cookie: string | undefined;
  readonly #server: Server;
  readonly #headers: Record<string, string>;

  constructor(server: Server, headers: Record<string, string> = {}) {
    this.#server = server;
    this.#headers = headers;
  }

  async graphql<Data = Record<string, unknown>>(
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphqlAnswer<Data>> {
    const response = await this.#server.http.inject({
      method: "POST",
      url: "/graphql",
      headers: {
        "content-type": "application/json",
        origin: TEST_ORIGIN,
        ...(this.cookie !== undefined && { cookie: this.cookie }),
        ...this.#headers,
      },
      payload: { query, variables },
    });
    const session = response.cookies.find(({ name }) => name === "session" || name === "__Host-session");
    if (session) this.cookie = session.value === "" ? undefined : `${session.name}=${session.value}`;
    const body = response.json<{ data?: Data | null; errors?: GraphqlAnswer<Data>["errors"] }>();
    const errors = body.errors ?? [];
    return { status: response.statusCode, data: body.data ?? null, errors, code: errors[0]?.extensions.code };
  }
}
