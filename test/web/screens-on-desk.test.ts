import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Look, lookAt } from "./look-at.ts";
import { screens } from "./screens.ts";

// Every screen and its states on a desk in Chinese; in English what a phone does not have, and with LOOKS=all every screen.

const chinese: Look = { locale: "zh-CN", width: 1440 };
const english: Look = { locale: "en", width: 1440 };

lookAt(screens, ({ state }) => {
  const inEnglishToo = state === "desk" || (process.env.LOOKS === "all" && !state);
  return inEnglishToo ? [chinese, english] : [chinese];
});

test("every route of the web client has a screen here", () => {
  const source = readFileSync(join(import.meta.dirname, "../../web/src/routes.tsx"), "utf8");
  const routes = [...source.matchAll(/^ {2}path: "([^"]+)"/gm)].map(([, path]) => path!);
  expect([...new Set(screens.map(({ route }) => route))].toSorted()).toEqual(routes.toSorted());
});
