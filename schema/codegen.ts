import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = { DateTime: "string", Date: "string" };

/**
 * Typed documents for the web client, from the committed schema: `slots.graphql` gets a `slots.generated.ts` beside it, so
 * that a screen's chunk carries its own documents and no parser reaches the browser. Fragments are masked by Apollo.
 */
const config: CodegenConfig = {
  schema: "schema.graphql",
  documents: ["../web/src/**/*.graphql"],
  ignoreNoDocuments: true,
  generates: {
    "generated/types.ts": {
      plugins: ["typescript"],
      config: { enumsAsTypes: true, strictScalars: true, scalars, useTypeImports: true },
    },
    "../web/src/": {
      preset: "near-operation-file",
      presetConfig: { extension: ".generated.ts", baseTypesPath: "~@shouwang/schema/types" },
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        enumsAsTypes: true,
        strictScalars: true,
        scalars,
        useTypeImports: true,
        documentMode: "documentNode",
        optimizeDocumentNode: true,
        dedupeFragments: true,
        inlineFragmentTypes: "mask",
        customDirectives: { apolloUnmask: true },
        avoidOptionals: { field: true, inputValue: false },
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        importExtension: ".ts",
        emitLegacyCommonJSImports: false,
      },
    },
  },
};
export default config;
