import { describe, expect, it } from "vitest";
import { commandOf } from "./grid-keys.ts";

const press = (key: string, held: Partial<Parameters<typeof commandOf>[0]> = {}) =>
  commandOf({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });

describe("the keys of the list", () => {
  it.each([
    ["a", "approve"],
    ["A", "approve"],
    ["j", "next"],
    ["ArrowUp", "previous"],
    ["/", "search"],
    ["Escape", "clear"],
    [" ", "select"],
  ])("%s: %s", (key, command) => {
    expect(press(key)).toBe(command);
  });

  it.each(["altKey", "ctrlKey", "metaKey", "shiftKey"] as const)("leave %s to the browser", (held) => {
    expect(press("a", { [held]: true })).toBeNull();
    expect(press("ArrowDown", { [held]: true })).toBeNull();
  });

  it("are found where a keyboard needs Shift for them", () => {
    expect(press("?", { shiftKey: true })).toBe("help");
    expect(press("/", { shiftKey: true })).toBe("search");
  });

  it("are no others", () => {
    expect(press("z")).toBeNull();
    expect(press("toString")).toBeNull();
  });
});
