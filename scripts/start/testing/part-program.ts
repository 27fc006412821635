/**
 * A part that behaves as its arguments say, for the tests of the starter.
 *   ready            prints the ready line
 *   deaf             ignores SIGTERM
 *   child            starts a grandchild that ignores SIGTERM, in the same process group
 *   dies:<code>      ends with that code, once ready
 */
import { spawn } from "node:child_process";

const [name = "part", ...behaviours] = process.argv.slice(2);
const dies = behaviours.find((it) => it.startsWith("dies:"));

if (behaviours.includes("deaf")) process.on("SIGTERM", () => process.stdout.write("not listening\n"));
if (behaviours.includes("child")) {
  spawn("/bin/sh", ["-c", "trap '' TERM; while :; do sleep 1; done"], { stdio: "ignore" });
}
if (behaviours.includes("ready")) {
  process.stdout.write(`${JSON.stringify({ ready: name, url: "http://127.0.0.1:1", pid: process.pid })}\n`);
}
if (dies) {
  process.stderr.write("the flux ran out\n");
  process.exitCode = Number(dies.slice("dies:".length));
} else {
  setInterval(() => undefined, 60_000);
}
