import { CircleHelp, Gauge, House, Link2, type LucideIcon, Settings, Trophy, Wallet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, NavLink } from "react-router";
import type { Role } from "../generated/schema.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";

const MENUS = {
  visitor: [
    ["/partners", "shell.home", House],
    ["/partners/leaderboard", "shell.leaderboard", Trophy],
    ["/partners/faq", "shell.faq", CircleHelp],
  ],
  PARTNER: [
    ["/partner/portal", "shell.portal", House],
    ["/partners/earnings", "shell.earnings", Wallet],
    ["/partner/links", "shell.links", Link2],
    ["/partners/leaderboard", "shell.leaderboard", Trophy],
    ["/partner/settings", "shell.settings", Settings],
  ],
  ADMIN: [
    ["/admin/partners/dashboard", "shell.dashboard", Gauge],
    ["/partners/leaderboard", "shell.leaderboard", Trophy],
  ],
} as const satisfies Record<Role | "visitor", readonly (readonly [string, string, LucideIcon])[]>;

/** The menu of whoever is looking; `viewer` is undefined until that is known. On a phone it lies at the thumb. */
export function SiteHeader(props: {
  viewer: { readonly role: Role } | null | undefined;
  /** Says itself when it fails. */
  signOut: () => void;
}) {
  const { t } = useTranslation();
  const { viewer } = props;
  return (
    <header className="site-header">
      <Link className="brand" to="/partners">
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <span>
          ContentFlow <b>Partners</b>
        </span>
      </Link>
      <nav className="site-menu" aria-label={t("shell.menu")}>
        {MENUS[viewer?.role ?? "visitor"].map(([to, label, Icon]) => (
          <NavLink key={to} to={to} end={to !== "/partner/links"}>
            <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
            <span>{t(label)}</span>
          </NavLink>
        ))}
      </nav>
      <div className="site-tools">
        <LanguageSwitch signedIn={Boolean(viewer)} />
        {viewer ? (
          <button type="button" className="quiet" onClick={props.signOut}>
            {t("shell.signOut")}
          </button>
        ) : (
          <Link
            className={viewer === undefined ? "button quiet not-yet" : "button quiet"}
            to="/partner/magic"
          >
            {t("shell.signIn")}
          </Link>
        )}
      </div>
    </header>
  );
}
