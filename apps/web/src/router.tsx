import { createBrowserRouter, Navigate, type RouteObject } from "react-router";
import { wordTheApp } from "./locales/speak.ts";
import { ErrorPage } from "./ui/ErrorPage.tsx";
import { Loading } from "./ui/Loading.tsx";
import { PageFailure } from "./ui/PageFailure.tsx";

/** Every address of the app. Pages load when they are gone to, and the first one loads without the rest. */
export const routes: RouteObject[] = [
  {
    ErrorBoundary: ErrorPage,
    HydrateFallback: Loading,
    children: [
      { index: true, element: <Navigate replace to="/partners" /> },
      {
        path: "partners",
        lazy: async () => ({ Component: (await import("./features/landing/LandingPage.tsx")).LandingPage }),
      },
      {
        lazy: async () => {
          const [{ AppShell }] = await Promise.all([import("./ui/AppShell.tsx"), wordTheApp()]);
          return { Component: AppShell };
        },
        // Inside the frame: whatever breaks a page, the menu stays, and with it the way to another one.
        children: [{ ErrorBoundary: PageFailure, children: appRoutes() }],
      },
    ],
  },
];

export function createRouter() {
  return createBrowserRouter(routes);
}

function appRoutes(): RouteObject[] {
  return [
    ...openRoutes(),
    {
      lazy: async () => ({ Component: (await import("./ui/PartnersOnly.tsx")).PartnersOnly }),
      children: partnerRoutes(),
    },
    {
      lazy: async () => ({ Component: (await import("./ui/AdminsOnly.tsx")).AdminsOnly }),
      children: adminRoutes(),
    },
    {
      path: "*",
      lazy: async () => ({ Component: (await import("./ui/NotFoundPage.tsx")).NotFoundPage }),
    },
  ];
}

function openRoutes(): RouteObject[] {
  return [
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
      path: "partner/erased",
      lazy: async () => ({ Component: (await import("./features/settings/ErasedPage.tsx")).ErasedPage }),
    },
    {
      path: "partner/login",
      lazy: async () => ({ Component: (await import("./features/auth/LoginPage.tsx")).LoginPage }),
    },
  ];
}

function partnerRoutes(): RouteObject[] {
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
      path: "partner/links/:code",
      lazy: async () => ({ Component: (await import("./features/links/LinkPage.tsx")).LinkPage }),
    },
    {
      path: "partner/settings",
      lazy: async () => ({ Component: (await import("./features/settings/SettingsPage.tsx")).SettingsPage }),
    },
  ];
}

function adminRoutes(): RouteObject[] {
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
