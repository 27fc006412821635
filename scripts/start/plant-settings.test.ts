import { describe, expect, test } from "vitest";
import { readPlantSettings } from "./plant-settings.ts";

const read = (environment: NodeJS.ProcessEnv) => readPlantSettings(environment, "/takt");

describe("settings of the plant", () => {
  test("nothing set means the repository's data folder, port 8080 and a window", () => {
    expect(read({})).toEqual({
      dataFolder: "/takt/data",
      isDefaultData: true,
      mesPort: 8080,
      isHeadless: false,
      stations: 1,
    });
  });

  test("TAKT_DATA, TAKT_MES_PORT and TAKT_HEADLESS are honoured", () => {
    expect(read({ TAKT_DATA: "/var/my data", TAKT_MES_PORT: "9090", TAKT_HEADLESS: "1" })).toEqual({
      dataFolder: "/var/my data",
      isDefaultData: false,
      mesPort: 9090,
      isHeadless: true,
      stations: 1,
    });
  });

  test.each(["", "0"])("TAKT_HEADLESS=%j means a window", (text) => {
    expect(read({ TAKT_HEADLESS: text }).isHeadless).toBe(false);
  });

  test.each(["0", "65536", "-1", "80a", "8080.5", " "])(
    "the port %j is refused in the person's words",
    (text) => {
      expect(() => read({ TAKT_MES_PORT: text })).toThrow(
        /^TAKT_MES_PORT is ".*"; it must be a port number from 1 to 65535\.$/,
      );
    },
  );

  test("TAKT_STATIONS=2 means the assembly bench as well, and there are no more", () => {
    expect(read({ TAKT_STATIONS: "2" }).stations).toBe(2);
    expect(() => read({ TAKT_STATIONS: "3" })).toThrow(/^TAKT_STATIONS is "3"; it must be 1 .* or 2 /);
  });

  test("TAKT_HEADLESS=yes is refused in the person's words", () => {
    expect(() => read({ TAKT_HEADLESS: "yes" })).toThrow(
      'TAKT_HEADLESS is "yes"; it must be 1 (no window) or 0.',
    );
  });
});
