import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import path from "node:path";
import type { EmbeddedConnection } from "../../apps/api/src/db/embedded/embedded-connection.ts";

/** A piece of network between the server and its PostgreSQL. */
export interface TcpProxy {
  readonly url: string;
  /** Every connection is reset, and new ones are too. */
  reset(): void;
  /** Nothing gets through any more, and nobody is told: packets are swallowed in both directions. */
  swallow(): void;
  /** What is connected from now on gets through; what was swallowed stays lost. */
  mend(): void;
  close(): Promise<void>;
}

type State = "open" | "reset" | "swallow";

export async function startTcpProxy({ host, port, user, database }: EmbeddedConnection): Promise<TcpProxy> {
  let state: State = "open";
  const sockets = new Set<Socket>();
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    if (state === "reset") {
      client.resetAndDestroy();
      return;
    }
    keep(sockets, client);
    keep(clients, client);
    // In the dark: what comes in is read and forgotten.
    if (state === "swallow") {
      client.resume();
      return;
    }
    const upstream = connect(path.join(host, `.s.PGSQL.${port}`));
    keep(sockets, upstream);
    pass(client, upstream, () => state);
    pass(upstream, client, () => state);
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
    },
    mend() {
      state = "open";
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

/** Hands on what comes in. A connection that has lost a packet never carries another: the rest could make no sense. */
function pass(from: Socket, to: Socket, state: () => State): void {
  let dark = false;
  from.on("data", (chunk: Buffer) => {
    dark ||= state() === "swallow";
    if (!dark) to.write(chunk);
  });
  from.once("close", () => {
    if (state() !== "swallow") to.destroy();
  });
}
