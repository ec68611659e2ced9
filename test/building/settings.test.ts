import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settingsTable } from "../../api/src/platform/settings-table.ts";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const rows = readme.split("\n").filter((line) => /^\| `(?:--)?[A-Za-z_]+`/.test(line));

test("README's table of settings is the product's own, row by row", () => {
  const own = Object.values(settingsTable).map((setting) => {
    const short = "flag" in setting && setting.name !== `--${setting.flag}` ? `, \`--${setting.flag}\`` : "";
    return `| \`${setting.name}\`${short} | ${setting.default || "–"} | ${setting.unit} | ${setting.meaning} |`;
  });
  expect(rows).toEqual(own);
});
