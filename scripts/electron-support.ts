/**
 * Reads anew, with npm, how long Electron's majors are supported, writes it down for the tests, and says what npm's
 * auditors know. Needs the registry; run it when the test "§8-16" asks for it.
 */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { lockedElectron } from "./electron-support/locked-electron.ts";
import { AuditReport, ReleaseTimes, renewedTable } from "./electron-support/read-support.ts";
import { supportFaults } from "./electron-support/support-faults.ts";
import { readSupportTable, SUPPORT_TABLE_FILE } from "./electron-support/support-table.ts";

const root = path.dirname(import.meta.dirname);
const run = promisify(execFile);

const times = ReleaseTimes.parse(JSON.parse(await npm("view", "electron", "time", "--json")));
const today = new Date().toISOString().slice(0, 10);
const table = renewedTable(await readSupportTable(), times, today);
await writeFile(SUPPORT_TABLE_FILE, `${JSON.stringify(table, undefined, 2)}\n`);
await run(process.execPath, [
  path.join(root, "node_modules/@biomejs/biome/bin/biome"),
  "format",
  "--write",
  SUPPORT_TABLE_FILE,
]);
console.log(`electron-support: read on ${today}, good until ${table.mustBeReadAgainBy}`);
console.log(await auditWords());
const faults = supportFaults(table, await lockedElectron(), today);
for (const fault of faults) console.log(`electron-support: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function auditWords(): Promise<string> {
  const report = AuditReport.safeParse(JSON.parse(await npm("audit", "--json", "--package-lock-only")));
  if (!report.success) {
    return "electron-support: this registry answers no audit; look at https://github.com/electron/electron/security/advisories";
  }
  const names = Object.keys(report.data.vulnerabilities);
  if (names.length === 0) return "electron-support: npm audit knows of nothing";
  return `electron-support: npm audit names ${names.join(", ")}; add what concerns Electron to ${path.relative(root, SUPPORT_TABLE_FILE)}`;
}

/** npm ends with an error when an audit finds something, and still answers. */
async function npm(...args: string[]): Promise<string> {
  const { stdout } = await run("npm", args, { cwd: root, maxBuffer: 64 * 1024 * 1024 }).catch(
    (failure: { stdout?: string }) => {
      if (failure.stdout) return { stdout: failure.stdout };
      throw failure;
    },
  );
  return stdout;
}
