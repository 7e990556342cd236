import type { Route } from "playwright-core";
import type { WatchedPage } from "./watched-page.ts";

/** Who is signed in decides which page there is; it is answered as ever. */
const WHO_IS_SIGNED_IN = /"operationName":"Me"/;
const ADDRESS = "**/graphql";

/** What becomes of the answers that a page waits for. */
export interface HeldAnswers {
  /** These, and all from now on, are those of a server that something unforeseen has happened to. */
  fail(): Promise<void>;
  /** From now on, the server answers as ever. */
  mend(): Promise<void>;
}

/** Holds every answer back, as on a line that has just died. Wait for `held` to have something in it. */
export async function holdAnswers({ page, held }: WatchedPage): Promise<HeldAnswers> {
  const waiting: Route[] = [];
  let answer = async (route: Route): Promise<void> => {
    waiting.push(route);
    held.add(route.request());
  };
  await page.route(ADDRESS, async (route) => {
    const question = route.request().postData() ?? "";
    await (WHO_IS_SIGNED_IN.test(question) ? route.continue() : answer(route));
  });
  return {
    async fail() {
      answer = refuse;
      held.clear();
      await Promise.all(waiting.map(refuse));
    },
    mend: () => page.unroute(ADDRESS),
  };
}

async function refuse(route: Route): Promise<void> {
  const error = {
    message: "Something went wrong on our side.",
    extensions: { code: "INTERNAL_SERVER_ERROR", details: { requestId: "0b6f4c1e" } },
  };
  await route.fulfill({ json: { errors: [error], data: null } });
}
