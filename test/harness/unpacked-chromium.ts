import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const packageFolder = join(import.meta.dirname, "../node_modules/@sparticuz/chromium");
const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string };

/** The folder where the packed Chromium lies unpacked, whole: `chromium` and `al2023/lib`. Only the first run takes seconds. */
export function unpackedChromium(): string {
  const folder = join(tmpdir(), `shouwang-test-chromium-${version}`);
  if (existsSync(folder)) return folder;
  // Several ask at once and any of them may be killed: each unpacks for itself, and the first to finish gives the place its name.
  const mine = mkdtempSync(`${folder}-`);
  const script = `
    const { default: packed, inflate } = await import("@sparticuz/chromium");
    await Promise.all([packed.executablePath(), inflate(${JSON.stringify(join(packageFolder, "bin/al2023.tar.br"))})]);`;
  const options = { cwd: import.meta.dirname, env: { ...process.env, TMPDIR: mine } };
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], options);
  if (status !== 0) throw new Error(`Chromium cannot be unpacked: ${stderr}`);
  try {
    renameSync(mine, folder);
  } catch {
    rmSync(mine, { recursive: true });
  }
  return folder;
}
