// The floor plan of ARCHITECTURE.md as rules: two lists, and who may import whom follows from them.
// Run by `npm run check`; a module or room that is not listed here is refused.

/** Each room sees itself and those before it. */
const rooms = ["kernel", "engine", "platform", "modules", "demonstration"];

/** Each module sees itself and those before it; the later one contributes the field or listens to the event. */
const modules = [
  "people",
  "organisations",
  "skills",
  "sites",
  "shifts",
  "requests",
  "assignments",
  "matching",
  "attendance",
  "records",
  "conversations",
  "donations",
  "notices",
  "boards",
  "reports",
];

const anyOf = (names) => `(?:${names.join("|")})`;
const refuse = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const roomsSeeEarlier = rooms.map((room, index) =>
  refuse(
    `${room} sees only earlier rooms`,
    "kernel ← engine ← platform ← modules ← app",
    { path: `^api/src/${room}/` },
    { path: "^(?:api/src|web|schema|test)/", pathNot: `^api/src/${anyOf(rooms.slice(0, index + 1))}/` },
  ),
);

const modulesSeeEarlier = modules.map((module, index) =>
  refuse(
    `${module} sees only earlier modules`,
    modules.join(" → "),
    { path: `^api/src/modules/${module}/` },
    { path: "^api/src/modules/", pathNot: `^api/src/modules/${anyOf(modules.slice(0, index + 1))}/` },
  ),
);

const tests = "\\.test\\.tsx?$";

export default {
  forbidden: [
    ...roomsSeeEarlier.map((rule) => ({ ...rule, from: { ...rule.from, pathNot: tests } })),
    ...modulesSeeEarlier.map((rule) => ({ ...rule, from: { ...rule.from, pathNot: tests } })),
    refuse(
      "a module is on the list",
      "Add it to the list in this file, at its place in the order.",
      { path: "^api/src/modules/", pathNot: `^api/src/modules/${anyOf(modules)}/` },
      {},
    ),
    refuse(
      "kernel and engine are pure",
      "No package but the date library; engine's worker entry may speak to its thread.",
      { path: "^api/src/(?:kernel|engine)/", pathNot: [tests, "worker\\.ts$"] },
      { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "core"], pathNot: "temporal-polyfill" },
    ),
    refuse(
      "SQL is written in a store",
      "A face holds no SQL and no rule: ask store.ts.",
      { path: "^api/src/modules/.*graphql" },
      { path: "^(?:kysely|pg)$|node_modules/(?:kysely|pg)/" },
    ),
    refuse(
      "a flow never imports another flow",
      "Put what both need into ui/ or lib/.",
      { path: "^web/src/features/([^/]+)/" },
      { path: "^web/src/features/", pathNot: "^web/src/features/$1/" },
    ),
    refuse(
      "ui knows no data",
      "Pieces take what they show as props.",
      { path: "^web/src/ui/" },
      { path: "^web/src/(?:features|lib/client)" },
    ),
    refuse("lib knows no flow", "", { path: "^web/src/lib/" }, { path: "^web/src/features/" }),
    refuse("web speaks to the API through the schema", "", { path: "^web/" }, { path: "^api/" }),
    refuse(
      "no cycles",
      "The later one contributes the field; entities point to parents only. Types alone may point back inside a room.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    refuse("no barrels", "Import the file that has it.", {}, { path: "^(?:api|web)/src/.*/index\\.tsx?$" }),
    refuse(
      "every import leads somewhere",
      "",
      { path: "^(?:api|web)/src/", pathNot: tests },
      { couldNotResolve: true },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(?:/generated/|/dist/|[.]generated[.]ts$)" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
