import i18next from "i18next";
import { StrictMode } from "react";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import type { Language } from "./lib/language.ts";
import { ready } from "./lib/ready.ts";
import { pageTitle } from "./lib/use-title.ts";
import { startTranslations } from "./locales/speak.ts";
import { routes } from "./router.tsx";
import { OfflinePage } from "./ui/OfflinePage.tsx";

export interface StaticPage {
  markup: string;
  title: string;
  description: string;
}

/** The first page as HTML, before any answer of the API: the build puts it into the file that is served. */
export async function firstPage(language: Language): Promise<StaticPage> {
  await startTranslations(language);
  const router = createMemoryRouter(routes, { initialEntries: ["/partners"] });
  await ready(router);
  const markup = renderToString(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
  const { t } = i18next;
  return { markup, title: pageTitle(t("landing.title")), description: t("landing.lead") };
}

/** What a browser shows without network. */
export async function offlinePage(language: Language): Promise<StaticPage> {
  await startTranslations(language);
  const { t } = i18next;
  const markup = renderToStaticMarkup(<OfflinePage />);
  return { markup, title: pageTitle(t("offline.title")), description: t("offline.body") };
}
