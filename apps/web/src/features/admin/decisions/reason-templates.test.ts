import { describe, expect, it } from "vitest";
import { commonLocale, reasonTemplates } from "./reason-templates.ts";

const OCCASIONS = ["invalidate", "reactivate", "reject", "suspend"] as const;

describe("ready-made reasons", () => {
  it.each(OCCASIONS)("are as many in French as in English: %s", (occasion) => {
    const french = reasonTemplates(occasion, "FR");
    expect(french).toHaveLength(reasonTemplates(occasion, "EN").length);
    expect(french.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  });

  it("come in the language that all their readers share, else in the admin's", () => {
    expect(commonLocale(["FR", "FR"], "EN")).toBe("FR");
    expect(commonLocale(["FR", "EN"], "EN")).toBe("EN");
    expect(commonLocale([], "FR")).toBe("FR");
  });
});
