import { describe, expect, it } from "vitest";
import { rememberNext, safeNext, takeNext } from "./safe-next.ts";

const ORIGIN = "https://partners.example";

describe("where to go after signing in", () => {
  it.each(["/partners/earnings", "/partners/earnings?days=7", "/admin/partners/p1", "/partner/portal"])(
    "%s is kept",
    (path) => {
      expect(safeNext(path, ORIGIN)).toBe(path);
    },
  );

  it.each([
    "https://evil.example/partners",
    "//evil.example/partners",
    "/\\evil.example/partners",
    "/\t/evil.example/partners",
    "javascript:alert(1)",
    "/r/abc",
    "/graphql",
    "/partners/../r/abc",
    "/partnersevil",
    "partners",
    "",
    null,
  ])("%s is not", (path) => {
    expect(safeNext(path, ORIGIN)).toBeNull();
  });
});

describe("the remembered path", () => {
  const now = new Date("2026-03-03T12:00:00Z");
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it("is given once", () => {
    const storage = memory();
    rememberNext("/partner/links", storage, now);
    expect(takeNext(storage, ORIGIN, later(14))).toBe("/partner/links");
    expect(takeNext(storage, ORIGIN, later(14))).toBeNull();
  });

  it("is forgotten with the link", () => {
    const storage = memory();
    rememberNext("/partner/links", storage, now);
    expect(takeNext(storage, ORIGIN, later(16))).toBeNull();
  });

  it("is dropped by a sign-in that asks for no page", () => {
    const storage = memory();
    rememberNext("/partner/links", storage, now);
    rememberNext(null, storage, now);
    expect(takeNext(storage, ORIGIN, now)).toBeNull();
  });

  it.each(["{", "null", '{"path":"//evil.example","until":9e15}', '{"path":7,"until":9e15}'])(
    "is checked again when it is read: %s",
    (kept) => {
      const storage = memory();
      storage.setItem("contentflow.next", kept);
      expect(takeNext(storage, ORIGIN, now)).toBeNull();
    },
  );
});

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => {
      kept.delete(key);
    },
    setItem: (key, value) => {
      kept.set(key, value);
    },
  };
}
