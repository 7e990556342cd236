import type { Page, Route } from "playwright-core";

/** What the server says when it refuses. */
interface Refused {
  readonly code: string;
  readonly details: object;
}

/** Has one operation refused, as the server would, until the returned function is called; all others go through. */
export async function refuseOperation(
  page: Page,
  operationName: string,
  { code, details }: Refused,
): Promise<() => Promise<void>> {
  const refuse = async (route: Route) => {
    const question = route.request().postData() ?? "";
    if (!question.includes(`"operationName":"${operationName}"`)) return route.fallback();
    await route.fulfill({ json: { errors: [{ message: code, extensions: { code, details } }], data: null } });
  };
  await page.route("**/graphql", refuse);
  return () => page.unroute("**/graphql", refuse);
}
