import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lexicographicSortSchema, printSchema } from "graphql";

// Prints the schema that the code makes; the built API is its source.
const { buildGraphql } = (await import("../api/dist/app.js" as string)) as typeof import("../api/src/app.ts");
writeFileSync(join(import.meta.dirname, "schema.graphql"), `${printSchema(lexicographicSortSchema(buildGraphql()))}\n`);
