import { createBrowserRouter, Navigate } from "react-router";
import { AppShell } from "./ui/AppShell.tsx";
import { ErrorPage } from "./ui/ErrorPage.tsx";
import { Loading } from "./ui/Loading.tsx";
import { NotFoundPage } from "./ui/NotFoundPage.tsx";
import { RequireRole } from "./ui/RequireRole.tsx";

/** Every address of the app. Pages load when they are gone to. */
export function createRouter() {
  return createBrowserRouter([
    {
      Component: AppShell,
      ErrorBoundary: ErrorPage,
      HydrateFallback: Loading,
      children: [
        { index: true, element: <Navigate replace to="/partners" /> },
        {
          path: "partners",
          lazy: async () => ({ Component: (await import("./features/landing/LandingPage.tsx")).LandingPage }),
        },
        {
          path: "partners/leaderboard",
          lazy: async () => ({
            Component: (await import("./features/leaderboard/LeaderboardPage.tsx")).LeaderboardPage,
          }),
        },
        {
          path: "partners/faq",
          lazy: async () => ({ Component: (await import("./features/faq/FaqPage.tsx")).FaqPage }),
        },
        {
          path: "partner/magic",
          lazy: async () => ({ Component: (await import("./features/auth/MagicPage.tsx")).MagicPage }),
        },
        {
          path: "partner/login",
          lazy: async () => ({ Component: (await import("./features/auth/LoginPage.tsx")).LoginPage }),
        },
        { element: <RequireRole only="PARTNER" />, children: partnerRoutes() },
        { element: <RequireRole only="ADMIN" />, children: adminRoutes() },
        { path: "*", Component: NotFoundPage },
      ],
    },
  ]);
}

function partnerRoutes() {
  return [
    {
      path: "partner/portal",
      lazy: async () => ({ Component: (await import("./features/portal/PortalPage.tsx")).PortalPage }),
    },
    {
      path: "partners/earnings",
      lazy: async () => ({ Component: (await import("./features/earnings/EarningsPage.tsx")).EarningsPage }),
      children: [
        {
          index: true,
          lazy: async () => ({
            Component: (await import("./features/withdrawals/WithdrawalSection.tsx")).WithdrawalSection,
          }),
        },
      ],
    },
    {
      path: "partner/links",
      lazy: async () => ({ Component: (await import("./features/links/LinksPage.tsx")).LinksPage }),
    },
    {
      path: "partner/settings",
      lazy: async () => ({ Component: (await import("./features/settings/SettingsPage.tsx")).SettingsPage }),
    },
  ];
}

function adminRoutes() {
  return [
    {
      path: "admin/partners/dashboard",
      lazy: async () => ({ Component: (await import("./features/admin/DashboardPage.tsx")).DashboardPage }),
    },
    {
      path: "admin/partners/:id",
      lazy: async () => ({ Component: (await import("./features/admin/PartnerPage.tsx")).PartnerPage }),
    },
  ];
}
