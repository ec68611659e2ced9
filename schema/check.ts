import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

// Clients in the field speak the released schema. A change that breaks them is refused, unless CHANGELOG.md says so under
// its path: "- Breaking: `Shift.places` …".

const read = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");
const changes = await diff(buildSchema(read("released.graphql")), buildSchema(read("schema.graphql")));
const allowed = new Set([...read("../CHANGELOG.md").matchAll(/Breaking: `([^`]+)`/g)].map(([, path]) => path));
const breaking = changes.filter(
  ({ criticality, path }) => criticality.level === CriticalityLevel.Breaking && !allowed.has(path),
);

for (const { message, path } of breaking)
  console.error(
    `Breaking: ${message}\n  Allow it with a line in CHANGELOG.md: - Breaking: \`${path}\` why, and what to use instead.`,
  );
if (breaking.length > 0) process.exitCode = 1;
