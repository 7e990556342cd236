import { MAIN_PERSON } from "../../api/src/operation/seed-demo-people.ts";
import type { Language } from "../src/lib/language.ts";

/** Who looks at a page. */
export type Visitor = "nobody" | "partner" | "admin";

export interface AppPage {
  /** Also what its picture is called. */
  readonly name: string;
  /** `:partner`, `:link`, `:token` and `:language` stand for what differs from one database or reader to another. */
  readonly path: string;
  readonly visitor: Visitor;
  /** What it needs to be told beside who is signed in: it has to wait for it, and to live with not being told. */
  readonly asks: "nothing" | "something it can do without" | "something";
  /** Whether there is a state with nothing to show yet. */
  readonly canBeEmpty: boolean;
  /** Its title is what somebody wrote, which no language changes. */
  readonly titledByPeople: boolean;
}

export const APP_PAGES: readonly AppPage[] = [
  page("landing", "/partners", "nobody", { asks: "something" }),
  page("leaderboard", "/partners/leaderboard", "nobody", { asks: "something", canBeEmpty: true }),
  page("faq", "/partners/faq", "nobody", { asks: "something" }),
  page("magic", "/partner/magic", "nobody"),
  page("login", "/partner/login#token=:token", "nobody", { asks: "something it can do without" }),
  page("portal", "/partner/portal", "partner", { asks: "something", canBeEmpty: true }),
  page("earnings", "/partners/earnings", "partner", { asks: "something", canBeEmpty: true }),
  page("links", "/partner/links", "partner", { asks: "something", canBeEmpty: true }),
  page("link", "/partner/links/:link", "partner", { asks: "something", titledByPeople: true }),
  page("settings", "/partner/settings", "partner", { asks: "something" }),
  page("admin-dashboard", "/admin/partners/dashboard", "admin", { asks: "something", canBeEmpty: true }),
  page("admin-partner", "/admin/partners/:partner", "admin", {
    asks: "something",
    canBeEmpty: true,
    titledByPeople: true,
  }),
  page("erased", "/partner/erased", "nobody"),
  page("not-found", "/partners/no-such-page", "nobody"),
  page("offline", "/offline.:language.html", "nobody"),
];

/** What the words with a colon stand for. */
export interface Places {
  readonly partnerId: string;
  /** Code of the partner's newest link. */
  readonly link: string;
  /** Of a sign-in link that nobody has used. */
  readonly token: string;
}

/** The demo's main partner, on whose page there is most to see. */
export const DEMO_PARTNER = MAIN_PERSON;
export const DEMO_ADMIN = "admin@contentflow.example";

/** The address of a page below the origin, for a reader of that language. */
export function addressOf(
  { path }: Pick<AppPage, "path">,
  { partnerId, link, token }: Places,
  language: Language,
): string {
  return path
    .replace(":partner", partnerId)
    .replace(":link", link)
    .replace(":token", token)
    .replace(":language", language);
}

function page(
  name: string,
  path: string,
  visitor: Visitor,
  {
    asks = "nothing",
    canBeEmpty = false,
    titledByPeople = false,
  }: Partial<Pick<AppPage, "asks" | "canBeEmpty" | "titledByPeople">> = {},
): AppPage {
  return { name, path, visitor, asks, canBeEmpty, titledByPeople };
}
