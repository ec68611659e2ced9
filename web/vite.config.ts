import optimizeLocales from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { orderLayers } from "./vite-layers.ts";
import { compileWords } from "./vite-words.ts";

const api = `http://localhost:${process.env.PORT ?? 4000}`;

/** Everything each screen needs: one chunk that changes only when we update a library. */
const VENDOR = /\/node_modules\/(?:react|react-dom|scheduler|@apollo|rxjs|optimism|@wry|graphql|@lingui|@tanstack)\//;

export default defineConfig({
  plugins: [
    orderLayers(),
    compileWords(),
    react(),
    { ...optimizeLocales.vite({ locales: ["zh-CN", "en-US"] }), enforce: "pre" },
  ],
  server: {
    proxy: {
      "/graphql": { target: api, ws: true },
      "/oidc": { target: api },
    },
  },
  build: {
    manifest: true,
    chunkSizeWarningLimit: 500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: "vendor", test: (id: string) => VENDOR.test(id) && !id.includes("react-virtual") }],
        },
      },
    },
  },
});
