import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

/** A catalogue: message id → ICU text. */
type Words = Record<string, string>;
type Compile = (message: string) => unknown;

const CATALOGUE = /\/src\/words\/[\w-]+\/[\w-]+\.ts$/;

/**
 * Compiles the catalogues while building, so that no browser carries the ICU parser.
 * Only for builds: the development server leaves it to Lingui, which keeps hot reloading simple.
 */
export function compileWords(): Plugin {
  return {
    name: "compile-words",
    apply: "build",
    enforce: "pre",
    async load(id) {
      if (!CATALOGUE.test(id)) return null;
      this.addWatchFile(id);
      const compile = await compiler();
      const words = ((await import(pathToFileURL(id).href)) as { default: Words }).default;
      const compiled = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, compile(text)]));
      return `export default ${JSON.stringify(compiled)}`;
    },
  };
}

/** Lingui's own compiler, found beside the core we already depend on. */
export async function compiler(): Promise<Compile> {
  const core = createRequire(createRequire(import.meta.url).resolve("@lingui/core"));
  const found = (await import(pathToFileURL(core.resolve("@lingui/message-utils/compileMessage")).href)) as {
    compileMessage: Compile;
  };
  return found.compileMessage;
}
