export interface Layer {
  /** Folder of the layer; a single `*` stands for one folder name. */
  readonly folder: string;
  /** Folders it may import besides itself; `*` as above. */
  readonly mayImport: readonly string[];
  /** Folders it may take types from, and nothing else. */
  readonly mayTakeTypesFrom?: readonly string[];
}

const AREAS = [
  "shared/domain",
  "shared/kpi",
  "shared/spc",
  "shared/sampling",
  "shared/scan",
  "shared/insight",
];
/** Mechanisms of the station: none knows another. */
const MECHANISMS = ["config", "devices", "machine", "people", "record", "signals", "store", "sync"].map(
  (name) => `main/station/${name}`,
);
const EVERYTHING = [""];

/** The house from the ground up. The first layer whose folder holds a file is that file's layer. */
const LAYERS: readonly Layer[] = [
  { folder: "shared/lib", mayImport: [] },
  { folder: "shared/domain", mayImport: ["shared/lib", "shared/scan"] },
  { folder: "shared/protocol", mayImport: ["shared/lib", ...AREAS] },
  { folder: "shared/screen", mayImport: ["shared/lib", ...AREAS] },
  { folder: "shared/*", mayImport: ["shared/lib"] },

  { folder: "main/station/config", mayImport: ["shared"] },
  { folder: "main/station/work", mayImport: ["shared", ...MECHANISMS] },
  { folder: "main/station/screen", mayImport: ["shared", ...MECHANISMS, "main/station/work"] },
  // The second place that wires mechanisms: a process of its own for machines and their signals.
  { folder: "main/station/collector", mayImport: ["shared", ...MECHANISMS] },
  { folder: "main/station/diagnostics", mayImport: ["shared", ...MECHANISMS] },
  { folder: "main/station/trends", mayImport: ["shared", ...MECHANISMS] },
  { folder: "main/station/rollups", mayImport: ["shared", ...MECHANISMS] },
  {
    folder: "main/station/rpc",
    mayImport: [
      "shared",
      ...MECHANISMS,
      "main/station/work",
      "main/station/screen",
      "main/station/diagnostics",
      "main/station/trends",
    ],
  },
  { folder: "main/station/life", mayImport: ["shared", "main/station"] },
  { folder: "main/station/cli", mayImport: ["shared", "main/station"] },
  { folder: "main/station/*", mayImport: ["shared", "main/station/config"] },
  { folder: "main/station", mayImport: ["shared"] },
  { folder: "main/shell", mayImport: ["shared"] },
  { folder: "main/preload", mayImport: ["shared"] },
  { folder: "main/simulator", mayImport: ["shared"] },

  { folder: "renderer/ui", mayImport: ["shared/lib"] },
  {
    folder: "renderer/terminal",
    mayImport: ["renderer/ui", "shared", "resources/locales"],
    mayTakeTypesFrom: ["main/station/rpc"],
  },
  { folder: "renderer/overview", mayImport: ["renderer/ui", "shared", "resources/locales"] },
  { folder: "renderer", mayImport: ["shared"] },

  { folder: "mes", mayImport: ["shared"] },
  // The trial station is made to trust the simulated machine as a technician does it, and its files are read as it reads them.
  {
    folder: "scripts/start",
    mayImport: ["shared", "scripts", "main/station/devices/opcua", "main/station/config"],
  },
  { folder: "scripts", mayImport: ["shared"] },
  { folder: "bench", mayImport: EVERYTHING },
  { folder: "e2e", mayImport: EVERYTHING },
];

/** @returns the layer of a file together with its own folder (the `*` filled in) */
export function layerOf(file: string): { layer: Layer; ownFolder: string } | undefined {
  for (const layer of LAYERS) {
    const ownFolder = folderHolding(layer.folder, file);
    if (ownFolder !== undefined) return { layer, ownFolder };
  }
  return undefined;
}

/** @returns the part of the file's path that the folder pattern covers, or undefined when it lies elsewhere */
export function folderHolding(pattern: string, file: string): string | undefined {
  if (pattern === "") return "";
  const wanted = pattern.split("/");
  const found = file.split("/").slice(0, -1);
  const isInside = wanted.every(
    (name, index) => name === found[index] || (name === "*" && index < found.length),
  );
  return isInside ? found.slice(0, wanted.length).join("/") : undefined;
}
