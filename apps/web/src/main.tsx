import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { chosenLanguage, preferredLanguage } from "./lib/language.ts";
import { ready } from "./lib/ready.ts";
import { startTranslations } from "./locales/speak.ts";
import { createRouter } from "./router.tsx";
import "./ui/theme.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

/** The language that the page arrived in, if it arrived with something to read. */
const arrived = root.hasChildNodes() ? document.documentElement.lang : null;
const language = chosenLanguage(document.cookie) ?? preferredLanguage(navigator.languages);
const router = createRouter();
await Promise.all([startTranslations(language), ready(router)]);
document.documentElement.lang = language;

const app = (
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>
);
if (arrived === language) hydrateRoot(root, app);
else createRoot(root).render(app);
