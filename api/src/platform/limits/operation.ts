import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

export interface OperationLimits {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** One point a field, times the size of each page around it. */
  readonly cost: number;
}

export const tokenLimit = 2_000;
export const standardLimits: OperationLimits = { depth: 8, aliases: 15, rootFields: 10, directives: 20, cost: 5_000 };

interface Count {
  depth: number;
  aliases: number;
  directives: number;
  cost: number;
}

/**
 * Refuses an operation that is too deep, too wide or too dear, before a resolver runs; the same over HTTP and
 * WebSocket. Each fragment is weighed once a spread, so nesting spreads is counted, and cycles were refused by validation.
 */
export function refuseTooComplex(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: OperationLimits,
): GraphQLError | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const part of document.definitions)
    if (part.kind === Kind.FRAGMENT_DEFINITION) fragments.set(part.name.value, part);
  const count: Count = { depth: 0, aliases: 0, directives: operation.directives?.length ?? 0, cost: 0 };
  const stop = (what: string, most: number) =>
    new GraphQLError(`This operation has too much: ${what} (at most ${most}). Ask for less at once.`, {
      extensions: { code: "TOO_COMPLEX" },
    });

  const over = (): GraphQLError | null => {
    if (count.depth > limits.depth) return stop("depth", limits.depth);
    if (count.aliases > limits.aliases) return stop("aliases", limits.aliases);
    if (count.directives > limits.directives) return stop("directives", limits.directives);
    if (count.cost > limits.cost) return stop("cost", limits.cost);
    return null;
  };

  const weigh = (set: SelectionSetNode, depth: number, times: number): GraphQLError | null => {
    count.depth = Math.max(count.depth, depth);
    for (const selection of set.selections) {
      count.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value.startsWith("__")) continue;
        if (selection.alias) count.aliases++;
        count.cost += times;
      }
      const refused = over();
      if (refused) return refused;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        const inner = fragment && weigh(fragment.selectionSet, depth, times);
        if (inner) return inner;
      } else if (selection.selectionSet) {
        const deeper = selection.kind === Kind.FIELD;
        const inner = weigh(
          selection.selectionSet,
          deeper ? depth + 1 : depth,
          deeper ? times * pageOf(selection, variables) : times,
        );
        if (inner) return inner;
      }
    }
    return null;
  };

  if (operation.selectionSet.selections.length > limits.rootFields) return stop("root fields", limits.rootFields);
  return weigh(operation.selectionSet, 1, 1);
}

/** The size of the page that a field asks for; 1 where it is no page. Connections are refused above 100 anyway. */
function pageOf(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== "first" && name.value !== "last") continue;
    const asked =
      value.kind === Kind.INT
        ? Number(value.value)
        : value.kind === Kind.VARIABLE
          ? variables[value.name.value]
          : undefined;
    if (typeof asked === "number" && asked > 1) return Math.min(asked, 1_000);
  }
  return 1;
}
