/** Kept equal to package.json by a test, because a packaged station has no package.json beside it. */
export const TAKT_VERSION = "0.1.0";
