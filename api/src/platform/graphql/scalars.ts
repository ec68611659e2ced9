import { GraphQLScalarType, Kind } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";

/** An instant, with its offset. */
export const DateTime = GraphQLDateTime;

const day = /^\d{4}-\d{2}-\d{2}$/;

function readDay(value: unknown): string {
  if (typeof value === "string" && day.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value))
    return value;
  throw new TypeError("A Date is a calendar day such as 2026-11-25.");
}

/** A calendar day: no time, no zone, so no midnight to get wrong. */
export const Day = new GraphQLScalarType({
  name: "Date",
  description: "A calendar day, YYYY-MM-DD.",
  specifiedByURL: "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
  serialize: String,
  parseValue: readDay,
  parseLiteral: (node) => readDay(node.kind === Kind.STRING ? node.value : null),
});
