import type { CodegenConfig } from "@graphql-codegen/cli";

const generated = "apps/web/src/generated";
const operations = "apps/web/src/{features,lib,ui}/**/*";

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
  generates: {
    [`${generated}/schema.ts`]: {
      plugins: ["typescript"],
      config: types,
    },
    [`${generated}/graphql.ts`]: {
      documents: [`${operations}.graphql`, `!${operations}.ask.graphql`],
      plugins: ["typescript-operations", "typed-document-node"],
      config: { ...types, importSchemaTypesFrom: `./${generated}/schema.ts`, namespacedImportName: "Schema" },
    },
    // What is asked without the client: as text, which needs no code to become a request.
    [`${generated}/asked.ts`]: {
      documents: `${operations}.ask.graphql`,
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        ...types,
        importSchemaTypesFrom: `./${generated}/schema.ts`,
        namespacedImportName: "Schema",
        documentMode: "string",
      },
    },
    // What the server answers in production, and what the pages call it.
    "apps/api/src/generated/trusted-operations.ts": {
      documents: `${operations}.graphql`,
      plugins: ["./tools/codegen/trusted-operations.ts"],
      config: { write: "texts" },
    },
    [`${generated}/hashes.ts`]: {
      documents: [`${operations}.graphql`, `!${operations}.ask.graphql`],
      plugins: ["./tools/codegen/trusted-operations.ts"],
      config: { write: "hashes" },
    },
    [`${generated}/asked-hashes.ts`]: {
      documents: `${operations}.ask.graphql`,
      plugins: ["./tools/codegen/trusted-operations.ts"],
      config: { write: "hashes" },
    },
    [`${generated}/hooks.ts`]: {
      documents: [`${operations}.graphql`, `!${operations}.ask.graphql`],
      plugins: ["./tools/codegen/typed-hooks.ts"],
      config: { documentsFrom: "./graphql.ts", bindingsFrom: "../lib/typed-hooks.ts" },
    },
  },
};

export default config;
