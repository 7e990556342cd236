import { ApolloProvider } from "@apollo/client/react";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Outlet } from "react-router";
import { client } from "../apollo.ts";
import { keepOfflinePage } from "../lib/keep-offline-page.ts";
import { useAccountLanguage } from "../lib/use-account-language.ts";
import { useErrorText } from "../lib/use-error-text.ts";
import { useSignOut, useViewer } from "../lib/use-viewer.ts";
import { ConnectionNotice } from "./ConnectionNotice.tsx";
import { Frame } from "./Frame.tsx";
import { SiteHeader } from "./SiteHeader.tsx";
import { Toasts } from "./Toasts.tsx";
import { useNotify } from "./use-notify.ts";

keepOfflinePage();

/** The app: everything but the first page lives on the client with its cache. */
export function AppShell() {
  return (
    <ApolloProvider client={client}>
      <CSPProvider disableStyleElements>
        <Toasts>
          <AppFrame />
        </Toasts>
      </CSPProvider>
    </ApolloProvider>
  );
}

function AppFrame() {
  const { viewer } = useViewer();
  const signOut = useSignOut();
  const notify = useNotify();
  const errorText = useErrorText();
  // Whoever believes to be signed out leaves the screen to others.
  const leave = () =>
    void signOut(false).catch((error: unknown) => notify({ title: errorText(error), tone: "danger" }));
  useAccountLanguage(viewer?.locale);
  return (
    <Frame header={<SiteHeader viewer={viewer} signOut={leave} />}>
      <ConnectionNotice />
      <Outlet />
    </Frame>
  );
}
