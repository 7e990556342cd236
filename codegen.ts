import type { CodegenConfig } from "@graphql-codegen/cli";

const generated = "apps/web/src/generated";

/** Amounts, days and instants cross the wire as text. A scalar missing here fails the generation. */
const types = {
  scalars: { DateTime: "string", Euros: "string", LocalDate: "string", SafeInt: "number" },
  defaultScalarType: "unknown",
  strictScalars: true,
  enumType: "string-literal",
  enumsAsTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  skipTypename: true,
  inputMaybeValue: "T | null | undefined",
  importExtension: ".ts",
  emitLegacyCommonJSImports: false,
};

const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: "apps/web/src/{features,lib,ui}/**/*.graphql",
  generates: {
    [`${generated}/schema.ts`]: {
      plugins: ["typescript"],
      config: types,
    },
    [`${generated}/graphql.ts`]: {
      plugins: ["typescript-operations", "typed-document-node"],
      config: { ...types, importSchemaTypesFrom: `./${generated}/schema.ts`, namespacedImportName: "Schema" },
    },
    [`${generated}/hooks.ts`]: {
      plugins: ["./tools/codegen/typed-hooks.ts"],
      config: { documentsFrom: "./graphql.ts", bindingsFrom: "../lib/typed-hooks.ts" },
    },
  },
};

export default config;
