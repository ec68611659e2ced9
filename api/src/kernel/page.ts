import { refuse } from "./refusal.ts";

/** What a Relay connection is asked for. One of `first` and `last` is required, at most 100. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A place in an ordered list: the values of the order's columns, as text. */
export type Cursor = readonly string[];

export interface Window {
  readonly limit: number;
  readonly backward: boolean;
  /** Exclusive; the row after which (or, backward, before which) the page begins. */
  readonly from: Cursor | null;
}

export interface Page<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const largestPage = 100;

export const encodeCursor = (cursor: Cursor): string => btoa(encodeURIComponent(JSON.stringify(cursor)));

/** `width`: how many values the list's order has. A cursor of another shape is refused by name. */
export function decodeCursor(text: string, path: string, width: number): Cursor {
  try {
    const value: unknown = JSON.parse(decodeURIComponent(atob(text)));
    if (Array.isArray(value) && value.length === width && value.every((part) => typeof part === "string")) return value;
  } catch {}
  return refuse("BAD_CURSOR", [path]);
}

/** Turns a connection's arguments into a keyset window; refuses a missing, doubled or oversized page. */
export function windowOf(args: PageArgs, width: number): Window {
  const { first, last } = args;
  if ((first == null) === (last == null)) return refuse("PAGE_REQUIRED", [first == null ? "first" : "last"]);
  const limit = first ?? last ?? 0;
  const name = first == null ? "last" : "first";
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPage)
    return refuse("PAGE_TOO_LARGE", [name], { most: largestPage });
  const text = first == null ? args.before : args.after;
  return {
    limit,
    backward: first == null,
    from: text == null ? null : decodeCursor(text, first == null ? "before" : "after", width),
  };
}

/** `rows`: at most `limit + 1`, in the direction of reading. The extra one tells whether there is more. */
export function pageOf<Row>(rows: readonly Row[], window: Window, cursorOf: (row: Row) => Cursor): Page<Row> {
  const more = rows.length > window.limit;
  const kept = rows.slice(0, window.limit);
  if (window.backward) kept.reverse();
  const edges = kept.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: window.backward ? window.from !== null : more,
      hasPreviousPage: window.backward ? more : window.from !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
