import type { Page, Route } from "playwright-core";
import type { WatchedPage } from "./watched-page.ts";

/** Who is signed in decides which page there is; it is answered as ever. */
const WHO_IS_SIGNED_IN = /"operationName":"Me"/;

/** Holds every answer back, as on a line that has just died. Wait for `held` to have something in it. */
export async function holdAnswers({ page, held }: WatchedPage): Promise<void> {
  await replaceAnswers(page, async (route) => void held.add(route.request()));
}

/** Answers everything as a server does that something unforeseen has happened to. */
export async function failAnswers({ page }: WatchedPage): Promise<void> {
  const error = {
    message: "Something went wrong on our side.",
    extensions: { code: "INTERNAL_SERVER_ERROR", details: { requestId: "0b6f4c1e" } },
  };
  await replaceAnswers(page, (route) => route.fulfill({ json: { errors: [error], data: null } }));
}

async function replaceAnswers(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route("**/graphql", async (route) => {
    const question = route.request().postData() ?? "";
    await (WHO_IS_SIGNED_IN.test(question) ? route.continue() : answer(route));
  });
}
