import type { PluginFunction } from "@graphql-codegen/plugin-helpers";
import { Kind, type OperationDefinitionNode, type OperationTypeNode } from "graphql";

/** `documentsFrom`: the module with the typed documents; `bindingsFrom`: the one with `queryHook` and its siblings. */
type TypedHooksConfig = { documentsFrom: string; bindingsFrom: string };

type NamedOperation = { name: string; operation: OperationTypeNode };

const HOOKS = {
  query: { suffix: "Query", binding: "queryHook" },
  mutation: { suffix: "Mutation", binding: "mutationHook" },
  subscription: { suffix: "Subscription", binding: "subscriptionHook" },
} as const;

/** Writes one typed hook per operation (`query Balance` becomes `useBalanceQuery`) over Apollo's own hooks. */
export const plugin: PluginFunction<TypedHooksConfig> = (_schema, documents, config) => {
  const operations = documents
    .flatMap(({ document }) => document?.definitions ?? [])
    .filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    )
    .map(named)
    .sort((a, b) => a.name.localeCompare(b.name));
  const bindings = [...new Set(operations.map(({ operation }) => HOOKS[operation].binding))].sort();
  return {
    prepend: [
      `import * as documents from "${config.documentsFrom}";`,
      `import { ${bindings.join(", ")} } from "${config.bindingsFrom}";`,
      "",
    ],
    content: operations.map(hook).join("\n"),
  };
};

function named({ name, operation }: OperationDefinitionNode): NamedOperation {
  if (!name) throw new Error("Every operation needs a name: its hook is called after it.");
  if (!/^[A-Z][A-Za-z]*$/.test(name.value)) throw new Error(`Write ${name.value} in PascalCase.`);
  return { name: name.value, operation };
}

function hook({ name, operation }: NamedOperation): string {
  const { suffix, binding } = HOOKS[operation];
  return `export const use${name}${suffix} = ${binding}(documents.${name}Document);`;
}
