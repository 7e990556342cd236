import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { createApolloClient } from "./apollo.ts";
import { startTranslations } from "./locales/start-translations.ts";
import { createRouter } from "./router.tsx";
import "./ui/theme.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

startTranslations();

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={createApolloClient(window.location)}>
      <RouterProvider router={createRouter()} />
    </ApolloProvider>
  </StrictMode>,
);
