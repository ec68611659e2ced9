import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = { DateTime: "string", Date: "string" };

/** What documents of web and tests have in common: `slots.graphql` gets a `slots.generated.ts` beside it. */
const beside = {
  preset: "near-operation-file",
  presetConfig: { extension: ".generated.ts", baseTypesPath: "~@shouwang/schema/types" },
  plugins: ["typescript-operations", "typed-document-node"],
};
const typed = {
  enumsAsTypes: true,
  strictScalars: true,
  scalars,
  useTypeImports: true,
  documentMode: "documentNode",
  optimizeDocumentNode: true,
  dedupeFragments: true,
  avoidOptionals: { field: true, inputValue: false },
  skipTypeNameForRoot: true,
  importExtension: ".ts",
  emitLegacyCommonJSImports: false,
};

/**
 * Typed documents from the committed schema. The web client's carry their own documents, so that no parser reaches the
 * browser; their fragments are masked by Apollo. The tests' are plain: what was asked for is what is seen.
 */
const config: CodegenConfig = {
  schema: "schema.graphql",
  ignoreNoDocuments: true,
  generates: {
    "generated/types.ts": {
      plugins: ["typescript"],
      config: { enumsAsTypes: true, strictScalars: true, scalars, useTypeImports: true },
    },
    "../web/src/": {
      ...beside,
      documents: ["../web/src/**/*.graphql"],
      config: {
        ...typed,
        inlineFragmentTypes: "mask",
        customDirectives: { apolloUnmask: true },
        nonOptionalTypename: true,
      },
    },
    "../test/": { ...beside, documents: ["../test/documents/*.graphql"], config: typed },
  },
};
export default config;
