import { connect, type Socket } from "node:net";

export interface Answer {
  readonly status: number;
  readonly retryAfter: boolean;
  /** GraphQL says 200 to nearly everything. */
  readonly errors: boolean;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");
const ERRORS = Buffer.from('"errors":[{');
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

/** One keep-alive connection that carries one request at a time; just enough of HTTP to be faster than what it measures. */
export class Connection {
  readonly #socket: Socket;
  #received: Buffer | null = null;
  #onAnswer: ((answer: Answer | null) => void) | null = null;
  broken = false;

  constructor(port: number) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.#socket.on("data", (chunk) => this.#take(chunk));
    this.#socket.on("error", () => this.#break());
    this.#socket.on("close", () => this.#break());
  }

  /** `onAnswer` gets null when the connection breaks before the answer is complete. */
  send(request: string, onAnswer: (answer: Answer | null) => void): void {
    this.#onAnswer = onAnswer;
    if (this.broken) this.#answer(null);
    else this.#socket.write(request, "latin1");
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const received = this.#received ? Buffer.concat([this.#received, chunk]) : chunk;
    this.#received = received;
    const endOfHead = received.indexOf(END_OF_HEAD);
    if (endOfHead < 0) return;
    const head = received.toString("latin1", 0, endOfHead);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    const bodyAt = endOfHead + END_OF_HEAD.length;
    const complete =
      length === undefined
        ? !/\r\ntransfer-encoding: chunked/i.test(head) || received.subarray(bodyAt).includes(LAST_CHUNK)
        : received.length >= bodyAt + Number(length);
    if (!complete) return;
    this.#received = null;
    this.#answer({
      status: Number(head.slice(9, 12)),
      retryAfter: /\r\nretry-after: /i.test(head),
      errors: received.includes(ERRORS, bodyAt),
    });
  }

  #break(): void {
    this.broken = true;
    this.#answer(null);
  }

  #answer(answer: Answer | null): void {
    const tell = this.#onAnswer;
    this.#onAnswer = null;
    tell?.(answer);
  }
}
