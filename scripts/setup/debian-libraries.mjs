import { readFileSync } from "node:fs";
import { asRoot } from "./as-root.mjs";
import { electronExecutable } from "./electron.mjs";
import { findProgram } from "./find-program.mjs";
import { runCommand } from "./run-command.mjs";
import { say } from "./say.mjs";
import { SetupFailure } from "./setup-failure.mjs";

const WINDOW_PACKAGES = ["libgtk-3-0", "libnss3", "libgbm1", "libasound2"];

/** strace makes the disk fail on purpose; chromium opens the MES's pages. Program and package have the same name. */
const TEST_PROGRAMS = ["strace", "chromium"];

/** From Debian 13 and Ubuntu 24.04 on, these carry 64-bit time in their names. */
const RENAMED_WITH_TIME64 = ["libgtk-3-0", "libasound2"];

/**
 * Installs the system libraries Electron links to, the virtual display where there is none, and the programs only tests
 * use. Only root may; anybody else is told the one command.
 * @param {string} root
 * @param {{ forTests: boolean }} purpose
 */
export async function provideDebianLibraries(root, { forTests }) {
  if (process.platform !== "linux") return;
  const missing = await missingPieces(root, forTests);
  if (missing.length === 0) return;
  const packages = debianPackages({ forTests, hasTime64Names: hasTime64Names() });
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...packages];
  if (!findProgram("apt-get")) {
    throw new SetupFailure(
      `The system lacks ${missing.join(", ")}.`,
      `install what Debian calls ${packages.join(" ")}`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupFailure(
      `The system lacks ${missing.join(", ")}.`,
      asRoot(`apt-get update && ${install.join(" ")}`),
    );
  }
  await installAsRoot(install, missing);
  const still = await missingPieces(root, forTests);
  if (still.length > 0)
    throw new SetupFailure(`The system still lacks ${still.join(", ")}.`, install.join(" "));
}

/**
 * @param {{ forTests: boolean, hasTime64Names: boolean }} situation
 * @returns {string[]} the packages' names in this release of the distribution
 */
export function debianPackages({ forTests, hasTime64Names }) {
  const wanted = [...WINDOW_PACKAGES, "xvfb", ...(forTests ? TEST_PROGRAMS : [])];
  return wanted.map((name) => (hasTime64Names && RENAMED_WITH_TIME64.includes(name) ? `${name}t64` : name));
}

/**
 * @param {string} root
 * @param {boolean} forTests
 */
async function missingPieces(root, forTests) {
  const needsDisplay = forTests || !process.env.DISPLAY;
  return [
    ...(await missingSharedLibraries(electronExecutable(root))),
    ...(needsDisplay && !findProgram("Xvfb") ? ["Xvfb"] : []),
    ...(forTests ? TEST_PROGRAMS.filter((name) => !findProgram(name)) : []),
  ];
}

/** @param {string | undefined} executable */
async function missingSharedLibraries(executable) {
  if (executable === undefined) return [];
  const { output } = await runCommand("ldd", [executable]);
  return namesNotFound(output);
}

/** @param {string} lddOutput */
export function namesNotFound(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? "");
}

function hasTime64Names() {
  const release = readFileSync("/etc/os-release", { encoding: "utf8" });
  const field = (/** @type {string} */ name) =>
    new RegExp(`^${name}="?([^"\n]*)`, "m").exec(release)?.[1] ?? "";
  const version = Number.parseFloat(field("VERSION_ID"));
  return field("ID") === "ubuntu" ? version >= 24.04 : version >= 13;
}

/**
 * @param {string[]} install
 * @param {string[]} missing
 */
async function installAsRoot([aptGet, ...args], missing) {
  say(`installing Debian packages for ${missing.join(", ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const patience = ["-qq", "-o", "DPkg::Lock::Timeout=120"];
  await runCommand("dpkg", ["--configure", "-a"], { env }); // an installation cut short blocks every later one
  for (const step of [["update"], args]) {
    const { exitCode, output } = await runCommand(String(aptGet), [...patience, ...step], { env });
    if (exitCode === 0) continue;
    throw new SetupFailure(
      `apt-get ${step[0]} failed: ${output.trim().split("\n").slice(-5).join("\n")}`,
      `dpkg --configure -a && apt-get update && apt-get ${args.join(" ")}`,
    );
  }
}
