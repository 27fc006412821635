import { join } from "node:path";

/**
 * The station's programs as tests start them. `npm test` has built the product before (TAKT_TEST_BUILT), and its bundles
 * start in half the time; a test file that is run alone starts the sources, which are never older than itself.
 */
const isBuilt = process.env.TAKT_TEST_BUILT === "1";
const built = (name: string): string => join(import.meta.dirname, "..", "..", "..", "dist", "station", name);

export const STATION_SOURCE = join(import.meta.dirname, "..", "index.ts");
export const STATION_PROGRAM = isBuilt ? built("index.mjs") : STATION_SOURCE;
/** Of the process that listens to machines; undefined: the one beside its caller. */
export const COLLECTOR_PROGRAM = isBuilt ? built("collector.mjs") : undefined;
