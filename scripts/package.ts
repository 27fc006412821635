/**
 * npm run package: a Linux build in release/linux-unpacked with the station and its own Node inside, its fuses closed,
 * and started once from another folder to prove it.
 */
import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { buildStaleParts } from "./build/build-stale-parts.ts";
import { startVirtualDisplay } from "./display/virtual-display.ts";
import { supportFaults } from "./electron-support/support-faults.ts";
import { readSupportTable } from "./electron-support/support-table.ts";
import { requireClosedFuses } from "./package/closed-fuses.ts";
import { runBuilder } from "./package/run-builder.ts";
import { smokeTest } from "./package/smoke-test.ts";
import { stageApp } from "./package/stage-app.ts";
import { stageStation } from "./package/stage-station.ts";

const root = path.dirname(import.meta.dirname);
const electronDist = await realpath(path.join(root, "node_modules", "electron", "dist"));
const electronVersion = (await readFile(path.join(electronDist, "version"), "utf8")).trim().replace(/^v/, "");

console.log("package: bundling shell, pages and station");
await buildStaleParts(root, ["shell", "preload", "terminal"]);
await stageApp(root);
await stageStation(root, { platform: process.platform, architecture: process.arch });

console.log(`package: putting it together with Electron ${electronVersion}`);
await runBuilder(root, { electronDist, electronVersion });
await requireClosedFuses(path.join(root, "release", "linux-unpacked", "takt"));

console.log("package: starting it from another folder");
const display = await startVirtualDisplay();
try {
  await smokeTest(path.join(root, "release", "linux-unpacked"), { ...process.env, DISPLAY: display.display });
} finally {
  await display.stop();
}
console.log("package: release/linux-unpacked starts and shows its window");
const faults = supportFaults(
  await readSupportTable(),
  electronVersion,
  new Date().toISOString().slice(0, 10),
);
for (const fault of faults) console.log(`package: ${fault}`);
if (faults.length > 0)
  console.log("package: so this build is for trials only; release with a supported Electron");
