import { spawn } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { idOfVariable } from "../machines/flooding-machine.ts";
import { freePort } from "./free-port.ts";
import type { Peer } from "./peer.ts";

const FLOWS = "flows.json";
const DATABASE = "samples.db";
const SAMPLING_MS = 100;
const NAMESPACE_INDEX = 2;

/** Node-RED with a subscription for each item, a function that makes a row of it, and an INSERT: its usual way. */
export const nodeRed: Peer = {
  name: "node-red",
  packages: [
    {
      folder: "node-red-4.1.10",
      packages: ["node-red@4.1.10", "node-red-contrib-opcua@0.2.354", "node-red-node-sqlite@1.1.1"],
    },
  ],
  settings: "Node-RED 4.1.10, contrib-opcua 0.2.354, node-sqlite 1.1.1; queue of 10, WAL",
  async start({ installed, folder, machine }) {
    const [packages = ""] = installed;
    symlinkSync(path.join(packages, "node_modules"), path.join(folder, "node_modules"));
    writeFileSync(path.join(folder, FLOWS), JSON.stringify(flows(machine, path.join(folder, DATABASE))));
    const settings = { uiPort: await freePort(), uiHost: "127.0.0.1", flowFile: FLOWS, httpAdminRoot: false };
    writeFileSync(path.join(folder, "settings.js"), `module.exports = ${JSON.stringify(settings)};\n`);
    const program = path.join(packages, "node_modules", "node-red", "red.js");
    return spawn(process.execPath, [program, "--userDir", folder], { cwd: folder, stdio: "ignore" });
  },
  stored: (folder) => ({
    file: path.join(folder, DATABASE),
    query: "SELECT topic AS item, value, source AS atMs FROM sample",
  }),
};

function flows(
  { endpointUrl, variables }: { readonly endpointUrl: string; readonly variables: number },
  database: string,
): readonly object[] {
  const nodes = Array.from(
    { length: variables },
    (_, index) => `ns=${NAMESPACE_INDEX};s=${idOfVariable(index)}`,
  );
  const setUp = [
    { topic: "PRAGMA journal_mode = WAL" },
    { topic: "CREATE TABLE sample (topic TEXT, source INTEGER, value REAL)" },
  ];
  const z = "flow";
  return [
    { id: z, type: "tab", label: "listen and store" },
    {
      id: "endpoint",
      type: "OpcUa-Endpoint",
      endpoint: endpointUrl,
      secpol: "None",
      secmode: "None",
      none: true,
    },
    { id: "database", type: "sqlitedb", db: database, mode: "RWC" },
    {
      id: "start",
      type: "inject",
      z,
      once: true,
      onceDelay: 1,
      props: [{ p: "payload" }],
      wires: [["items"]],
    },
    {
      ...{ id: "items", type: "function", z, outputs: 2 },
      func: `return [${JSON.stringify(setUp)}, ${JSON.stringify(nodes)}.map((topic) => ({ topic }))];`,
      wires: [["set-up"], ["client"]],
    },
    { id: "set-up", type: "sqlite", z, mydb: "database", sqlquery: "msg.topic", wires: [[]] },
    {
      ...{ id: "client", type: "OpcUa-Client", z, endpoint: "endpoint", action: "subscribe" },
      ...{ time: SAMPLING_MS, timeUnit: "ms", certificate: "n", keepsessionalive: true },
      wires: [["row"], [], []],
    },
    {
      ...{ id: "row", type: "function", z, outputs: 1 },
      func: "const at = new Date(msg.sourceTimestamp).getTime(); return { params: { $topic: msg.topic, $at: at, $value: msg.payload } };",
      wires: [["insert"]],
    },
    {
      ...{ id: "insert", type: "sqlite", z, mydb: "database", sqlquery: "prepared" },
      sql: "INSERT INTO sample VALUES ($topic, $at, $value)",
      wires: [[]],
    },
  ];
}
