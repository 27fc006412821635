import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { idOfVariable } from "../machines/flooding-machine.ts";
import { freePort } from "./free-port.ts";
import type { Peer } from "./peer.ts";

const DEVICE = "machine";
const POLLING_MS = 100;
const NAMESPACE_INDEX = 2;
const ANSWERS_WITHIN_MS = 60_000;

/** FUXA with its OPC UA device and its own history, set up over its own API. */
export const fuxa: Peer = {
  name: "fuxa",
  packages: [
    { folder: "fuxa-1.3.4", packages: ["@frangoteam/fuxa@1.3.4"] },
    // What FUXA calls a plug-in; the version it names, 2.149.0, is not in the registry.
    { folder: "fuxa-plugin-2.186.4", packages: ["node-opcua@2.186.4"] },
  ],
  settings: `FUXA 1.3.4 with node-opcua 2.186.4, polling ${POLLING_MS} ms, history of changes on`,
  async start({ installed, folder, machine }) {
    const [packages = "", plugin = ""] = installed;
    mkdirSync(path.join(folder, "_pkg"));
    symlinkSync(plugin, path.join(folder, "_pkg", "runtime"));
    const port = await freePort();
    const program = path.join(packages, "node_modules", "@frangoteam", "fuxa", "main.js");
    const child = spawn(process.execPath, [program, "--userDir", folder, "--port", String(port)], {
      cwd: folder,
      stdio: "ignore",
    });
    await setUp(`http://127.0.0.1:${port}/api/project`, machine);
    return child;
  },
  stored(folder) {
    const databases = path.join(folder, "_db");
    const file = readdirSync(databases).find(
      (name) => name.startsWith(`daq-data_${DEVICE}_`) && name.endsWith(".db"),
    );
    if (file === undefined) throw new Error("FUXA has stored nothing");
    return {
      file: path.join(databases, file),
      query: "SELECT id AS item, CAST(value AS REAL) AS value, dt AS atMs FROM data",
    };
  },
};

async function setUp(
  url: string,
  { endpointUrl, variables }: { readonly endpointUrl: string; readonly variables: number },
): Promise<void> {
  const project = (await eventually(url)) as { devices: Record<string, object> };
  const tags = Array.from({ length: variables }, (_, index) => ({
    id: `t${index}`,
    name: idOfVariable(index),
    type: "number",
    address: `ns=${NAMESPACE_INDEX};s=${idOfVariable(index)}`,
    daq: { enabled: true, changed: true, interval: 0 },
  }));
  project.devices[DEVICE] = {
    ...{ id: DEVICE, name: DEVICE, type: "OPCUA", enabled: true, polling: POLLING_MS },
    property: { address: endpointUrl },
    tags: Object.fromEntries(tags.map((tag) => [tag.id, tag])),
  };
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(project),
  });
  if (!answer.ok) throw new Error(`FUXA refused the project: ${answer.status} ${await answer.text()}`);
}

async function eventually(url: string): Promise<unknown> {
  const end = performance.now() + ANSWERS_WITHIN_MS;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined); // it does not listen yet
    if (answer?.ok) return answer.json();
    if (performance.now() > end) throw new Error("FUXA does not answer");
    await delay(500);
  }
}
