import { type FieldNode, Kind, type OperationDefinitionNode, type ValueNode } from "graphql";

/** As they were sent, so possibly anything. */
export type Variables = Readonly<Record<string, unknown>>;
/** Default values of an operation's variables, by name. */
export type Defaults = ReadonlyMap<string, ValueNode>;

/** More than a list would give, which refuses it later with a reason; here it must not look cheap. */
const LONGEST = 10_000;

export function defaultsOf(operation: OperationDefinitionNode): Defaults {
  const defaults = new Map<string, ValueNode>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? [])
    if (defaultValue) defaults.set(variable.name.value, defaultValue);
  return defaults;
}

/** How many entries a field asks for with `first`: written, as a variable, by the variable's default or by the schema's. */
export function pageLength(
  node: FieldNode,
  schemaDefault: unknown,
  variables: Variables,
  defaults: Defaults,
): number {
  const given = node.arguments?.find(({ name }) => name.value === "first")?.value;
  if (given?.kind !== Kind.VARIABLE) return asLength(given ? literal(given) : schemaDefault);
  const name = given.name.value;
  const sent = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (sent !== undefined) return asLength(sent);
  const fallback = defaults.get(name);
  return asLength(fallback ? literal(fallback) : schemaDefault);
}

function literal(value: ValueNode): unknown {
  return value.kind === Kind.INT ? Number.parseInt(value.value, 10) : undefined;
}

/** What is no length is refused by validation; until then it counts as one entry. */
function asLength(value: unknown): number {
  return typeof value === "number" && value >= 1 ? Math.min(value, LONGEST) : 1;
}
