import { Agent, type IncomingHttpHeaders, request } from "node:http";

export interface Asked {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  /** Null when there was none: the connection was refused or broke, or nothing came within `PATIENCE_MS`. */
  readonly status: number | null;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly tookMs: number;
  /** Why there was none. */
  readonly failure?: string;
}

/** Longer than anything may take: what takes this long is a hang. */
const PATIENCE_MS = 20_000;

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One HTTP request to this machine; never throws. */
export function ask(
  port: number,
  path: string,
  { method = "GET", headers = {}, body }: Asked = {},
): Promise<Answer> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) =>
      resolve({
        status: null,
        headers: {},
        body: "",
        tookMs: performance.now() - startedAt,
        failure: error.code ?? error.message,
      });
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        agent,
        headers: { ...headers, ...(body !== undefined && { "content-length": Buffer.byteLength(body) }) },
        signal: AbortSignal.timeout(PATIENCE_MS),
      },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (chunk: string) => {
          text += chunk;
        });
        answer.on("error", fail);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? null,
            headers: answer.headers,
            body: text,
            tookMs: performance.now() - startedAt,
          }),
        );
      },
    );
    sent.on("error", fail);
    sent.end(body);
  });
}
