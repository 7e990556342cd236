const TEST_CODE = "[.](test|test-kit|fixture)[.]tsx?$|^apps/api/src/testing/|^apps/web/e2e/|^faults/";

/** Which way imports may point. `pnpm check` refuses everything that is listed here. */
export default {
  forbidden: [
    {
      name: "domain-is-pure",
      comment: "The rules of the program know nobody: no library, no platform, no other package.",
      from: { path: "^packages/domain/src/", pathNot: TEST_CODE },
      to: { pathNot: "^packages/domain/src/" },
    },
    {
      name: "domain-tests-need-little",
      comment: "Pure rules are tested without the application.",
      from: { path: "^packages/domain/src/.*[.]test[.]ts$" },
      to: { pathNot: ["^packages/domain/src/", "node_modules/(vitest|fast-check)/"] },
    },
    {
      name: "web-knows-the-schema-only",
      comment: "The web app talks to the API through schema.graphql and what is generated from it.",
      from: { path: "^apps/web/", pathNot: TEST_CODE },
      to: { path: "^(apps/(?!web/)|tools/|bench/|faults/)" },
    },
    {
      name: "api-knows-no-page",
      comment: "The API works without the web app.",
      from: { path: "^apps/api/" },
      to: { path: "^(apps/(?!api/)|tools/|bench/|faults/)" },
    },
    {
      name: "web-features-are-apart",
      comment: "What two features need lives in ui/ or lib/.",
      from: { path: "^apps/web/src/features/([^/]+)/" },
      to: { path: "^apps/web/src/features/", pathNot: "^apps/web/src/features/$1/" },
    },
    {
      name: "web-features-hang-on-the-router",
      comment: "Nothing below the features may know one of them.",
      from: { path: "^apps/web/src/", pathNot: "^apps/web/src/(features/|router[.]tsx$)" },
      to: { path: "^apps/web/src/features/" },
    },
    {
      name: "resolvers-hang-on-the-schema",
      comment: "A feature uses another's use cases and entities, never its resolvers.",
      from: { pathNot: ["^apps/api/src/schema[.]ts$", TEST_CODE] },
      to: { path: "[.]resolver[.]ts$" },
    },
    {
      name: "entities-know-columns-only",
      comment: "An entity is the shape of a table. What is done with it is a use case.",
      from: { path: "[.]entity[.]ts$" },
      to: {
        pathNot: [
          "^packages/domain/src/",
          "^apps/api/src/db/micro-euros[.]type[.]ts$",
          "node_modules/@mikro-orm/core/",
        ],
      },
    },
    {
      name: "entry-points-are-not-imported",
      comment: "They act when they are loaded.",
      from: {},
      to: { path: "^apps/(api/src/(main|cli|emit-schema)[.]ts|web/src/(main|sandbox/main)[.]tsx)$" },
    },
    {
      name: "the-server-is-on-top",
      comment: "main → server → schema → resolver → use case → entity → domain; never back.",
      from: { path: "^apps/api/src/", pathNot: ["^apps/api/src/operation/run-server[.]ts$", TEST_CODE] },
      to: { path: "^apps/api/src/server[.]ts$" },
    },
    {
      name: "tests-are-not-imported",
      comment: "What ships contains no test code.",
      from: { pathNot: TEST_CODE },
      to: { path: TEST_CODE },
    },
    {
      name: "what-ships-is-a-dependency",
      comment: "Production installs without devDependencies.",
      from: { path: "^apps/api/src/", pathNot: TEST_CODE },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "nothing-is-missing",
      comment: "Every import leads somewhere.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-circles",
      comment:
        "Not even of types. App alone is exempt: it names the type of every part, and parts take what they need of it.",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "^apps/api/src/app[.]ts$" } },
    },
    {
      name: "no-circles-at-run-time",
      comment: "Loading order would decide what works.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ].map((rule) => ({ severity: "error", ...rule })),
  options: {
    // TypeScript's own parser is not open to other programs since version 7.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(apps|packages)/[^/]+/dist/" },
    enhancedResolveOptions: {
      conditionNames: ["source", "types", "import", "default"],
      exportsFields: ["exports"],
      mainFields: ["main", "types", "typings"],
      extensions: [".ts", ".tsx", ".d.ts", ".js"],
    },
  },
};
