import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import { findViewer } from "../auth/find-viewer.ts";
import { clearedSessionCookie, sessionCookie } from "../auth/session-cookie.ts";
import type { Viewer } from "../auth/viewer.ts";
import type { Client, Context } from "../context.ts";
import type { EntityManager } from "../db/database.ts";

/** The context of one request over HTTP. Apollo works with copies of its properties, but not of its accessors. */
export class RequestContext implements Context {
  readonly client: Client;
  readonly viewer: () => Promise<Viewer | null>;
  private readonly made: { em?: EntityManager } = {};

  constructor(
    readonly app: App,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    this.client = {
      ip: request.ip,
      userAgent: request.headers["user-agent"],
      requestId: request.id,
      cookie: request.headers.cookie,
      setSession: (token, maxAgeSeconds) =>
        void reply.header(
          "set-cookie",
          token === null ? clearedSessionCookie(app) : sessionCookie(app, token, maxAgeSeconds),
        ),
    };
    let asked: Promise<Viewer | null> | undefined;
    this.viewer = () => {
      asked ??= findViewer(app, request.headers.cookie);
      return asked;
    };
  }

  /** Most requests need none: it must not be made by being copied. */
  get em(): EntityManager {
    this.made.em ??= this.app.database.orm.em.fork();
    return this.made.em;
  }
}
