import { expect, test } from "vitest";
import { stationEnvironment } from "./station-environment.ts";

test("L6 nothing in the environment can change the station's code", () => {
  const environment = stationEnvironment(
    {
      PATH: "/bin",
      TAKT_MES_PORT: "8080",
      NODE_OPTIONS: "--require /tmp/evil.js",
      node_options: "--inspect",
      NODE_PATH: "/tmp",
      NODE_REPL_EXTERNAL_MODULE: "/tmp/evil.js",
      ELECTRON_RUN_AS_NODE: "1",
    },
    { dataFolder: "/data", port: 45_123 },
  );
  expect(environment).toEqual({
    PATH: "/bin",
    TAKT_MES_PORT: "8080",
    TAKT_DATA: "/data",
    TAKT_STATION_PORT: "45123",
  });
});
