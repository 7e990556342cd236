import { parseCookie, stringifySetCookie } from "cookie";
import type { App } from "../app.ts";

type Origin = Pick<App, "publicUrl">;

const isHttps = ({ publicUrl }: Origin) => publicUrl.startsWith("https://");

/**
 * The prefix makes browsers refuse the cookie from anywhere but this very host over https: a neighbouring subdomain
 * cannot plant one. Plain http exists on one's own machine only, where the prefix is not allowed.
 */
const nameOf = (app: Origin) => (isHttps(app) ? "__Host-session" : "session");

/** The `Set-Cookie` header that hands a session token to the browser for `maxAgeSeconds`. */
export function sessionCookie(app: Origin, token: string, maxAgeSeconds: number): string {
  return stringifySetCookie({
    name: nameOf(app),
    value: token,
    maxAge: maxAgeSeconds,
    path: "/",
    httpOnly: true,
    secure: isHttps(app),
    sameSite: "lax",
  });
}

/** The `Set-Cookie` header that makes the browser forget the session. */
export function clearedSessionCookie(app: Origin): string {
  return sessionCookie(app, "", 0);
}

/** The session token in a `Cookie` header, if it holds one. Whether it is worth anything is another question. */
export function sessionTokenIn(app: Origin, cookieHeader: string | undefined): string | undefined {
  if (cookieHeader === undefined) return undefined;
  const token = parseCookie(cookieHeader)[nameOf(app)];
  return token === "" ? undefined : token;
}
