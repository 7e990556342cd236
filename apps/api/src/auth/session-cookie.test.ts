import { describe, expect, it } from "vitest";
import { clearedSessionCookie, sessionCookie, sessionTokenIn } from "./session-cookie.ts";

const https = { publicUrl: "https://partners.example" };
const local = { publicUrl: "http://localhost:4000" };

describe("AC-30 the session cookie", () => {
  it("is bound to the host and hidden from scripts over https", () => {
    expect(sessionCookie(https, "abc-_123", 604_800)).toBe(
      "__Host-session=abc-_123; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax",
    );
  });

  it("is a plain one on one's own machine", () => {
    expect(sessionCookie(local, "abc", 28_800)).toBe(
      "session=abc; Max-Age=28800; Path=/; HttpOnly; SameSite=Lax",
    );
  });

  it("is forgotten under the attributes it was set with", () => {
    expect(clearedSessionCookie(https)).toBe(
      "__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
    );
  });

  it("is read among others", () => {
    expect(sessionTokenIn(https, "a=1; __Host-session=t0k; b=2")).toBe("t0k");
    expect(sessionTokenIn(local, "session=t0k")).toBe("t0k");
  });

  it("is read under its own name only", () => {
    expect(sessionTokenIn(https, "session=t0k")).toBeUndefined();
    expect(sessionTokenIn(local, "__Host-session=t0k; xsession=t0k")).toBeUndefined();
  });

  it("is absent from no header, an empty one and an emptied cookie", () => {
    expect(sessionTokenIn(local, undefined)).toBeUndefined();
    expect(sessionTokenIn(local, "")).toBeUndefined();
    expect(sessionTokenIn(local, "session=")).toBeUndefined();
  });
});
