import type { createBrowserRouter } from "react-router";

/** Resolves when the code of the first page is there. Until then the page that came as HTML stays as it is. */
export function ready(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  return new Promise((resolve) => {
    if (router.state.initialized) return resolve();
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      stop();
      resolve();
    });
  });
}
