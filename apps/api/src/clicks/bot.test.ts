import { describe, expect, it } from "vitest";
import { isBot } from "./bot.ts";
import { BROWSERS, PROGRAMS } from "./user-agents.fixture.ts";

const share = (agents: readonly string[]) => agents.length / 100;

describe("user agents", () => {
  it("AC-20 of programs are recognised: 95 of 100 at least", () => {
    const missed = PROGRAMS.filter((userAgent) => !isBot(userAgent));
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(5 * share(PROGRAMS));
  });

  it("AC-20 of people's browsers are left alone: 98 of 100 at least", () => {
    const accused = BROWSERS.filter((userAgent) => isBot(userAgent));
    expect(accused.length, accused.join("\n")).toBeLessThanOrEqual(2 * share(BROWSERS));
  });

  it.each(["", " ", "\t"])("that say nothing are those of programs: %j", (nothing) => {
    expect(isBot(nothing)).toBe(true);
  });
});
