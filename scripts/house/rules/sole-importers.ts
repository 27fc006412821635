import type { HouseRule, Violation } from "../house-rule.ts";
import { type Import, isTestCode, type SourceFile } from "../source-file.ts";

interface Sole {
  readonly what: string;
  matches(it: Import): boolean;
  /** Files, or folders ending in `/`. */
  readonly importers: readonly string[];
}

const fromPackage = (name: string) => (it: Import) =>
  it.request === name || it.request.startsWith(`${name}/`);

/** A type costs nothing at run time, but still spreads a library's vocabulary: it is refused like any import. */
const fromElectron =
  (...names: string[]) =>
  (it: Import) =>
    fromPackage("electron")(it) && it.names.some((name) => names.includes(name));

const MES_TRANSPORT = "main/station/sync/mes-transport.ts";

const SOLE_IMPORTERS: readonly Sole[] = [
  {
    what: "better-sqlite3",
    matches: fromPackage("better-sqlite3"),
    // The floor a benchmark compares with is made of the bare libraries.
    importers: ["main/station/store/sqlite.ts", "bench/machines/counting-client.ts"],
  },
  {
    what: "serialport",
    matches: (it) => fromPackage("serialport")(it) || fromPackage("@serialport")(it),
    importers: ["main/station/devices/serial/serial-port.ts"],
  },
  {
    what: "node:https",
    matches: (it) => it.request === "node:https",
    importers: [MES_TRANSPORT, "mes/tls/"],
  },
  {
    what: "node-opcua-client",
    matches: fromPackage("node-opcua-client"),
    // The simulator is a process of its own, and its server library leaves the shared vocabulary to the client package.
    importers: [
      "main/station/devices/opcua/stack/",
      "main/simulator/opcua/",
      "bench/machines/counting-client.ts",
    ],
  },
  {
    what: "node-opcua-server",
    matches: fromPackage("node-opcua-server"),
    importers: ["main/simulator/opcua/"],
  },
  {
    what: "node-opcua-pki",
    matches: fromPackage("node-opcua-pki"),
    importers: ["main/station/devices/opcua/stack/", "main/simulator/opcua/"],
  },
  {
    what: "the pseudo-terminal binding",
    matches: (it) => it.request.startsWith("@lydell/node-pty"),
    importers: ["main/simulator/pseudo-terminal.ts"],
  },
  {
    what: "argon2",
    matches: fromPackage("@node-rs/argon2"),
    importers: ["main/station/people/pin-hash.ts", "mes/people/pin-hash.ts"],
  },
  { what: "csv-parse", matches: fromPackage("csv-parse"), importers: ["mes/import/read-csv.ts"] },
  { what: "pg", matches: fromPackage("pg"), importers: ["mes/database/postgres.ts"] },
  { what: "PGlite", matches: fromPackage("@electric-sql/pglite"), importers: ["mes/database/pglite.ts"] },
  { what: "ipcMain", matches: fromElectron("ipcMain"), importers: ["main/shell/ipc.ts"] },
  {
    what: "contextBridge and ipcRenderer",
    matches: fromElectron("contextBridge", "ipcRenderer"),
    importers: ["main/preload/preload.ts"],
  },
  {
    what: "the tRPC client",
    matches: fromPackage("@trpc/client"),
    importers: ["renderer/terminal/station-client.ts", "main/station/cli/"],
  },
];

export const soleImporters: HouseRule = {
  id: "sole-importers",
  reason:
    "Each native or network library has one importing file, so that replacing or upgrading it is one file's work.",
  check: (house) =>
    [...house.values()]
      .filter(({ path }) => !isTestCode(path))
      .flatMap((file) => [...strangersIn(file), ...wholeElectronIn(file), ...fetchIn(file)]),
};

function strangersIn(file: SourceFile): Violation[] {
  return file.imports.flatMap((it) =>
    SOLE_IMPORTERS.filter((sole) => sole.matches(it) && !isImporter(sole, file.path)).map((sole) => ({
      file: file.path,
      line: it.line,
      what: `only ${sole.importers.join(" and ")} may import ${sole.what}`,
    })),
  );
}

/** A namespace import would carry ipcMain along unseen. */
function wholeElectronIn(file: SourceFile): Violation[] {
  return file.imports
    .filter((it) => fromPackage("electron")(it) && !it.isTypeOnly && it.names.length === 0)
    .map((it) => ({
      file: file.path,
      line: it.line,
      what: "electron must be imported by name, not as a whole",
    }));
}

function fetchIn(file: SourceFile): Violation[] {
  if (!file.path.startsWith("main/station/")) return [];
  // Its verification can be switched off by an environment variable, and it knows no plant's own authorities.
  return file.fetchLines.map((line) => ({
    file: file.path,
    line,
    what: `ask through ${MES_TRANSPORT}, not by fetch`,
  }));
}

function isImporter(sole: Sole, path: string): boolean {
  return sole.importers.some((importer) =>
    importer.endsWith("/") ? path.startsWith(importer) : path === importer,
  );
}
