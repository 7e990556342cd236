import { once } from "node:events";
import type { Server, Socket } from "node:net";
import { SMTPServer } from "smtp-server";

interface ReceivedMail {
  readonly recipients: readonly string[];
  readonly data: string;
}

/** When to refuse, and with which code and words, such as "450 come back later". */
export interface RelayReplies {
  readonly connect?: string;
  readonly from?: string;
  readonly to?: string;
  readonly content?: string;
}

export interface SmtpRelay {
  readonly url: string;
  /** What was taken, oldest first. */
  readonly received: readonly ReceivedMail[];
  connections(): number;
  /** Stops listening and drops everybody who is connected. */
  stop(): Promise<void>;
}

/** A real SMTP server that keeps what it is given. */
export async function startSmtpRelay(replies: RelayReplies = {}, port = 0): Promise<SmtpRelay> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onConnect: (_session, done) => done(refusal(replies.connect)),
    onMailFrom: (_address, _session, done) => done(refusal(replies.from)),
    onRcptTo: (_address, _session, done) => done(refusal(replies.to)),
    onData(stream, session, done) {
      let data = "";
      stream.setEncoding("utf8");
      stream.on("data", (chunk: string) => {
        data += chunk;
      });
      stream.on("end", () => {
        const refused = refusal(replies.content);
        if (!refused)
          received.push({ recipients: session.envelope.rcptTo.map(({ address }) => address), data });
        done(refused);
      });
    },
  });
  // Senders that hang up in the middle are what some tests are about.
  server.on("error", () => {});
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  return {
    url: `smtp://127.0.0.1:${portOf(server.server)}`,
    received,
    connections: () => sockets.size,
    async stop() {
      const closed = once(server.server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function refusal(reply: string | undefined): Error | undefined {
  if (reply === undefined) return undefined;
  const [code] = reply.split(" ", 1);
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(code) });
}

function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a TCP port");
  return address.port;
}
