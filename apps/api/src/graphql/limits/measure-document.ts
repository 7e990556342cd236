import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { UNPAGED_LENGTH } from "./limits.ts";
import { beside, ENDLESS, type Measure, NOTHING } from "./measure.ts";
import { type Defaults, defaultsOf, pageLength, type Variables } from "./page-length.ts";

const LEAF: Measure = { ...NOTHING, depth: 1, fields: 1 };

type Parent = GraphQLNamedType | undefined;

/**
 * How large every operation of a document is, and every fragment by itself: validation looks at unused ones too. Nothing
 * is assumed to be valid. Each fragment is measured once, so that the work grows with the text and not with what it
 * expands to.
 */
export function measureDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Variables,
): Measure[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Measure>();
  let defaults: Defaults = new Map();

  const ofFragment = (name: string): Measure => {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    // Met again before it is done: it contains itself.
    measured.set(name, ENDLESS);
    const type = schema.getType(fragment.typeCondition.name.value);
    const whole = { ...ofSelections(fragment.selectionSet, type) };
    whole.directives += fragment.directives?.length ?? 0;
    measured.set(name, whole);
    return whole;
  };

  const ofSelections = (set: SelectionSetNode | undefined, parent: Parent): Measure =>
    (set?.selections ?? []).map((one) => ofSelection(one, parent)).reduce(beside, NOTHING);

  const ofSelection = (selection: SelectionNode, parent: Parent): Measure => {
    const directives = selection.directives?.length ?? 0;
    const inner =
      selection.kind === Kind.FIELD
        ? ofField(selection, parent)
        : selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : ofSelections(
              selection.selectionSet,
              selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent,
            );
    return directives === 0 ? inner : { ...inner, directives: inner.directives + directives };
  };

  const ofField = (node: FieldNode, parent: Parent): Measure => {
    const name = node.name.value;
    const aliases = node.alias ? 1 : 0;
    // By far the most: looking up its type would be most of the work.
    if (!node.selectionSet) return { ...LEAF, aliases };
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = field && getNamedType(field.type);
    const inside = ofSelections(node.selectionSet, type);
    return {
      depth: name.startsWith("__") ? 1 : inside.depth + 1,
      fields: inside.fields + 1,
      aliases: inside.aliases + aliases,
      directives: inside.directives,
      cost: 1 + lengthOf(node, field) * inside.cost,
    };
  };

  const lengthOf = (node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): number => {
    const paged = field?.args.find(({ name }) => name === "first");
    if (paged) return pageLength(node, paged.defaultValue, variables, defaults);
    if (!field || node.name.value === "edges") return 1;
    const type = isNonNullType(field.type) ? field.type.ofType : field.type;
    return isListType(type) ? UNPAGED_LENGTH : 1;
  };

  const ofOperation = (operation: OperationDefinitionNode): Measure => {
    // A fragment's page lengths can come from the defaults of the operation that uses it.
    measured.clear();
    defaults = defaultsOf(operation);
    const whole = ofSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
    return { ...whole, directives: whole.directives + (operation.directives?.length ?? 0) };
  };

  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return [
    ...(operations as OperationDefinitionNode[]).map(ofOperation),
    ...[...fragments.keys()].map(ofFragment),
  ];
}
