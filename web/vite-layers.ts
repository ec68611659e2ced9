import type { Plugin } from "vite";

const ORDER = "@layer tokens, base, layout, components, utilities;\n";

/**
 * Puts the order of the layers before each style sheet. Chunks bring their styles in any order, and the first one to arrive
 * decides: with the order only in one file, a build drew buttons in the text colour because a component's sheet came first.
 */
export function orderLayers(): Plugin {
  return {
    name: "order-layers",
    enforce: "pre",
    transform: { filter: { id: /\/src\/.*\.css$/ }, handler: (code) => ({ code: ORDER + code, map: null }) },
  };
}
