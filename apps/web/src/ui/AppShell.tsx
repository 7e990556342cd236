import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { useAccountLanguage } from "../lib/use-account-language.ts";
import { AppFooter } from "./AppFooter.tsx";
import { AppHeader } from "./AppHeader.tsx";

/** What surrounds every page: the way past the menu, the menu, the page, the footer. */
export function AppShell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigating = useNavigation().state !== "idle";
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useAccountLanguage();

  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    // A screen reader would otherwise stay on the link of the page that is gone.
    main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <AppHeader />
      <main id="main" ref={main} tabIndex={-1} aria-busy={navigating}>
        <Outlet />
      </main>
      <AppFooter />
      <ScrollRestoration />
    </div>
  );
}
