import { createHash } from "node:crypto";
import type { PluginFunction, Types } from "@graphql-codegen/plugin-helpers";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  separateOperations,
  visit,
} from "graphql";

/** Texts by hash for the server, or hashes by operation for the pages. */
type TrustedConfig = { write: "texts" | "hashes" };

interface Trusted {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

/**
 * The operations of the pages, so that the server can know them by hash. Those of the client are written as the client
 * sends them, with the `__typename` that its cache adds; those of `*.ask.graphql` as they stand.
 */
export const plugin: PluginFunction<TrustedConfig> = (_schema, documents, { write }) => {
  const operations = [...trustedOf(documents, false), ...trustedOf(documents, true)].sort((a, b) =>
    a.name === b.name ? a.hash.localeCompare(b.hash) : a.name.localeCompare(b.name),
  );
  return write === "texts" ? texts(operations) : hashes(operations);
};

function trustedOf(documents: Types.DocumentFile[], asked: boolean): Trusted[] {
  const definitions = documents
    .filter(({ location = "" }) => location.endsWith(".ask.graphql") === asked)
    .flatMap(({ document }) => document?.definitions ?? []);
  const whole: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: definitions.filter(
      (one): one is OperationDefinitionNode | FragmentDefinitionNode =>
        one.kind === Kind.OPERATION_DEFINITION || one.kind === Kind.FRAGMENT_DEFINITION,
    ),
  };
  return Object.entries(separateOperations(whole)).map(([name, document]) => {
    const text = print(asked ? document : withTypenames(document));
    return { name, text, hash: createHash("sha256").update(text).digest("hex") };
  });
}

/** In every selection set but an operation's own. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave(set, _key, parent): SelectionSetNode | undefined {
        if (parent && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
        const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } } as const;
        return { ...set, selections: [...set.selections, typename] };
      },
    },
  });
}

function texts(operations: readonly Trusted[]): string {
  const entries = operations.map(({ hash, text }) => `  "${hash}":\n    ${JSON.stringify(text)},`);
  return [
    "/** The operations of the pages, by the SHA-256 of their text. */",
    "export const TRUSTED_OPERATIONS: Readonly<Record<string, string>> = {",
    ...entries,
    "};",
    "",
  ].join("\n");
}

function hashes(operations: readonly Trusted[]): string {
  const entries = operations.map(({ name, hash }) => `  ${name}: "${hash}",`);
  return [
    "/** What the server knows each operation by: the SHA-256 of its text. */",
    "export const HASHES: Readonly<Record<string, string>> = {",
    ...entries,
    "};",
    "",
  ].join("\n");
}
