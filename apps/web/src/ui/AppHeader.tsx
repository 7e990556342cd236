import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation } from "react-router";
import type { Role } from "../generated/schema.ts";
import { useSignOut, useViewer } from "../lib/use-viewer.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

const MENUS = {
  visitor: [
    ["/partners", "shell.home"],
    ["/partners/leaderboard", "shell.leaderboard"],
    ["/partners/faq", "shell.faq"],
  ],
  PARTNER: [
    ["/partner/portal", "shell.portal"],
    ["/partners/earnings", "shell.earnings"],
    ["/partner/links", "shell.links"],
    ["/partners/leaderboard", "shell.leaderboard"],
    ["/partner/settings", "shell.settings"],
  ],
  ADMIN: [
    ["/admin/partners/dashboard", "shell.dashboard"],
    ["/partners/leaderboard", "shell.leaderboard"],
  ],
} as const satisfies Record<Role | "visitor", readonly (readonly [string, string])[]>;

/** The menu of whoever is looking. */
export function AppHeader() {
  const { t } = useTranslation();
  const { viewer } = useViewer();
  const signOut = useSignOut();
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const pages = MENUS[viewer?.role ?? "visitor"];
  useEffect(() => {
    // On a phone the menu scrolls sideways: where one is has to be in sight.
    const current = menu.current?.children[pages.findIndex(([to]) => to === pathname)];
    if (menu.current && current instanceof HTMLElement)
      menu.current.scrollLeft = current.offsetLeft - current.offsetWidth;
  }, [pages, pathname]);
  return (
    <header className="site-header">
      <Link className="brand" to="/partners">
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <span>
          <span className="brand-first">ContentFlow </span>
          <b>Partners</b>
        </span>
      </Link>
      <nav ref={menu} className="site-menu" aria-label={t("shell.menu")}>
        {pages.map(([to, label]) => (
          <NavLink key={to} to={to} end>
            {t(label)}
          </NavLink>
        ))}
      </nav>
      <div className="site-tools">
        <LanguageSwitch />
        {viewer ? (
          <button type="button" className="quiet" onClick={() => void signOut(false)}>
            {t("shell.signOut")}
          </button>
        ) : (
          <Link className="button quiet" to="/partner/magic">
            {t("shell.signIn")}
          </Link>
        )}
      </div>
    </header>
  );
}
