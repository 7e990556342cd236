import { randomUUID } from "node:crypto";
import type { Server as HttpServer, IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { GraphQLError, type GraphQLSchema } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import type { App } from "../app.ts";
import { findViewer } from "../auth/find-viewer.ts";
import { assertOwnOrigin } from "../auth/own-origin.ts";
import type { Context } from "../context.ts";
import { formatGraphqlError } from "../errors.ts";
import { prepareSubscription } from "./prepare-subscription.ts";

const MAX_MESSAGE_BYTES = 100_000;
const KEEP_ALIVE_MS = 12_000;

/** Subscriptions over a WebSocket at /graphql, under the same session and origin rules as HTTP. */
export function attachGraphqlSocket(
  http: HttpServer,
  app: App,
  schema: GraphQLSchema,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const mask = (errors: readonly GraphQLError[]) =>
    errors.map((error) => formatGraphqlError(error.toJSON(), error, randomUUID(), app.log));

  const served = useServer(
    {
      schema,
      // What HTTP enforces holds here too: limits, introspection, and that everything else goes over HTTP.
      onSubscribe: (_context, _id, payload) => {
        const prepared = prepareSubscription(schema, payload, app.config.sandbox);
        return "errors" in prepared ? prepared.errors : prepared;
      },
      context: ({ extra }) => createContext(app, extra.request),
      onError: (_context, _id, _payload, errors) => mask(errors.map(asGraphqlError)),
      onNext: (_context, _id, _payload, _args, result) => {
        const { data = null, errors } = result;
        return errors ? { data, errors: mask(errors) } : undefined;
      },
    },
    sockets,
    KEEP_ALIVE_MS,
  );

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    try {
      if (new URL(request.url ?? "/", "http://any").pathname !== "/graphql")
        throw new Error("no socket here");
      assertOwnOrigin(app, "POST", request.headers);
    } catch {
      socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
  };
  http.on("upgrade", upgrade);
  return {
    async close() {
      http.off("upgrade", upgrade);
      await served.dispose();
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

function asGraphqlError(error: { message: string }): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError(error.message);
}

function createContext(app: App, request: IncomingMessage): Context {
  return {
    app,
    // A subscription outlives any identity map: each look at the database starts from a fresh one.
    get em() {
      return app.database.orm.em.fork();
    },
    // Not remembered: a session that ends while the socket is open ends its subscriptions with the next event.
    viewer: () => findViewer(app, request.headers.cookie),
    client: {
      ip: request.socket.remoteAddress ?? "",
      userAgent: request.headers["user-agent"],
      requestId: randomUUID(),
      cookie: request.headers.cookie,
    },
  };
}
