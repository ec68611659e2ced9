import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type DocumentNode, Kind, type OperationDefinitionNode, print, visit } from "graphql";

const features = join(import.meta.dirname, "../../web/src");

/** Every query that the web client sends, by its name, as it goes over the wire: without the client's own directives. */
export async function webQueries(): Promise<Map<string, string>> {
  const files = readdirSync(features, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".generated.ts"),
  );
  const modules = await Promise.all(files.map((path) => import(pathToFileURL(join(features, path)).href)));
  const documents = modules.flatMap((module) => Object.values(module as Record<string, DocumentNode>));
  return new Map(
    documents.flatMap((document) => {
      const operation = document.definitions.find((one): one is OperationDefinitionNode => "operation" in one);
      return operation?.operation === "query" ? [[operation.name!.value, onTheWire(document)] as const] : [];
    }),
  );
}

const onTheWire = (document: DocumentNode): string =>
  print(visit(document, { [Kind.DIRECTIVE]: ({ name }) => (name.value === "unmask" ? null : undefined) }));
