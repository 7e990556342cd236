import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ScrollRestoration, useLocation, useNavigation } from "react-router";
import { AppFooter } from "./AppFooter.tsx";

/** What surrounds every page: the way past the menu, the menu, the page, the footer. */
export function Frame({ header, children }: { header: ReactNode; children: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const navigating = useNavigation().state !== "idle";
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);

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
      {header}
      <main id="main" ref={main} tabIndex={-1} aria-busy={navigating}>
        {children}
      </main>
      <AppFooter />
      <ScrollRestoration />
    </div>
  );
}
