import path from "node:path";

/** Where the product's parts lie. */
export interface Product {
  /** Folder of the operator's screen, as built. */
  readonly terminalFolder: string;
  readonly preloadFile: string;
  readonly nodeFile: string;
  readonly stationEntry: string;
  /** Working folder of the station. */
  readonly stationFolder: string;
}

export interface Surroundings {
  readonly isPackaged: boolean;
  /** Folder of the bundled shell, dist/shell. */
  readonly shellFolder: string;
  readonly resourcesFolder: string;
  /** The Node to run the station on from a checkout; never honoured by the packaged product. */
  readonly developmentNode: string | undefined;
  readonly platform: string;
  readonly architecture: string;
}

/** From a checkout the station runs as built, on the locked Node 24; the packaged product carries both along. */
export function locateProduct(surroundings: Surroundings): Product {
  const dist = path.dirname(surroundings.shellFolder);
  const screen = {
    terminalFolder: path.join(dist, "terminal"),
    preloadFile: path.join(dist, "preload", "preload.cjs"),
  };
  return {
    ...screen,
    ...(surroundings.isPackaged ? packagedStation(surroundings) : checkedOutStation(surroundings, dist)),
  };
}

function packagedStation({ resourcesFolder, platform }: Surroundings) {
  const stationFolder = path.join(resourcesFolder, "station");
  return {
    nodeFile: path.join(resourcesFolder, "node", platform === "win32" ? "node.exe" : "node"),
    stationEntry: path.join(stationFolder, "index.mjs"),
    stationFolder,
  };
}

function checkedOutStation(surroundings: Surroundings, dist: string) {
  const root = path.dirname(dist);
  return {
    nodeFile: surroundings.developmentNode || lockedNode(root, surroundings),
    stationEntry: path.join(dist, "station", "index.mjs"),
    stationFolder: root,
  };
}

function lockedNode(root: string, { platform, architecture }: Surroundings): string {
  const isWindows = platform === "win32";
  const nodePackage = `node-${isWindows ? "win" : platform}-${architecture}`;
  return path.join(root, "node_modules", nodePackage, "bin", isWindows ? "node.exe" : "node");
}
