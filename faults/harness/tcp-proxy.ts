import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import path from "node:path";
import type { EmbeddedConnection } from "../../apps/api/src/db/embedded/embedded-connection.ts";

/** A piece of network between the server and its PostgreSQL. */
export interface TcpProxy {
  readonly url: string;
  /** Every connection is reset, and new ones are too. */
  reset(): void;
  /** Nothing gets through any more, and nobody is told, neither of data nor of an end. */
  swallow(): void;
  /** All is well again. What was swallowed arrives late, as TCP sends it again, or finds that the other end has gone. */
  mend(): void;
  close(): Promise<void>;
}

type State = "open" | "reset" | "swallow";

export async function startTcpProxy({ host, port, user, database }: EmbeddedConnection): Promise<TcpProxy> {
  let state: State = "open";
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const join = (client: Socket) => {
    const upstream = connect(path.join(host, `.s.PGSQL.${port}`));
    keep(sockets, upstream);
    client.pipe(upstream);
    upstream.pipe(client);
    client.once("close", () => upstream.destroy());
    upstream.once("close", () => client.destroy());
  };
  const waiting = new Set<Socket>();
  const server = createServer((client) => {
    if (state === "reset") {
      client.resetAndDestroy();
      return;
    }
    keep(sockets, client);
    keep(clients, client);
    if (state === "open") join(client);
    else keep(waiting, client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `postgresql://${user}@127.0.0.1:${address.port}/${database}`,
    reset() {
      state = "reset";
      for (const socket of clients) socket.resetAndDestroy();
    },
    swallow() {
      state = "swallow";
      // Nothing is read, so nobody's end is noticed either: what was sent lies in the socket.
      for (const socket of sockets) socket.pause();
    },
    mend() {
      state = "open";
      for (const socket of sockets) if (!waiting.has(socket)) socket.resume();
      for (const client of waiting) join(client);
      waiting.clear();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function keep(sockets: Set<Socket>, socket: Socket): void {
  sockets.add(socket);
  socket.on("error", () => socket.destroy());
  socket.once("close", () => sockets.delete(socket));
}
