import { GraphQLError, GraphQLID, GraphQLScalarType, GraphQLString, Kind } from "graphql";
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

function readText(value: string): string {
  if (!value.includes("\u0000")) return value;
  throw new GraphQLError("Text cannot hold the character U+0000. Leave it out.");
}

// PostgreSQL stores no zero byte: a text with one would be an error of ours far behind the door. The library's own scalars
// are what every field names, so they are taught it; the error then says which field it was.
for (const scalar of [GraphQLString, GraphQLID]) {
  const { parseValue, parseLiteral } = scalar;
  scalar.parseValue = (value) => readText(parseValue.call(scalar, value));
  scalar.parseLiteral = (node, variables) => readText(parseLiteral.call(scalar, node, variables));
}
