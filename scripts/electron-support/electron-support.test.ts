import { describe, expect, test } from "vitest";
import { lockedElectron } from "./locked-electron.ts";
import { majorsOf, renewedTable } from "./read-support.ts";
import { supportFaults } from "./support-faults.ts";
import { readSupportTable, type SupportTable } from "./support-table.ts";

const TABLE: SupportTable = {
  readAt: "2026-11-23",
  mustBeReadAgainBy: "2027-02-21",
  majors: { 45: { firstRelease: "2026-10-21", supportEnds: "2027-01-31" } },
  advisories: [{ id: "GHSA-1", what: "a hole", fixedIn: ["44.2.0", "45.3.0"] }],
};

describe("§8-16 the Electron that is shipped is a supported one without known holes", () => {
  test("§8-16 the locked version is so today", async () => {
    const today = new Date().toISOString().slice(0, 10);
    expect(supportFaults(await readSupportTable(), await lockedElectron(), today)).toEqual([]);
  });

  test("§8-16 a supported major with every fix passes, up to its last day", () => {
    expect(supportFaults(TABLE, "45.3.0", "2027-01-31")).toEqual([]);
  });

  test.each([
    ["out of support", "45.4.1", "2027-02-01", /^Electron 45 is out of support since 2027-01-31/],
    ["of an unknown major", "46.0.0", "2026-12-01", /^Nothing is known of the support of Electron 46/],
    [
      "with a hole its major has a fix for",
      "45.2.9",
      "2026-12-01",
      /^Electron 45\.2\.9 has GHSA-1 \(a hole\)/,
    ],
  ])("§8-16 a version %s fails", (_what, version, today, words) => {
    expect(supportFaults(TABLE, version, today)).toEqual([expect.stringMatching(words) as string]);
  });

  test.each([
    ["older than every fixed major", "43.9.9", true],
    ["of a fixed major, before its fix", "44.1.9", true],
    ["of a fixed major, with its fix", "44.2.0", false],
    ["younger than every fixed major", "46.0.0", false],
  ])("§8-16 an advisory concerns a version %s: %s %s", (_what, version, isConcerned) => {
    const words = supportFaults(TABLE, version, "2026-12-01").join(" ");
    expect(words.includes("GHSA-1")).toBe(isConcerned);
  });

  test("§8-16 a table nobody has read again in time fails, with what to type", () => {
    expect(supportFaults({ ...TABLE, mustBeReadAgainBy: "2026-12-01" }, "45.4.1", "2026-12-02")).toEqual([
      "What is known of Electron's support is of 2026-11-23. Read it again: npx node scripts/electron-support.ts",
    ]);
  });

  test("§8-16 support ends with the third major after, or when that is due", () => {
    const times = {
      "42.0.0-beta.1": "2026-04-01T00:00:00Z",
      "42.1.0": "2026-06-01T00:00:00Z",
      "42.0.0": "2026-05-06T05:48:56Z",
      "45.0.0": "2026-10-21T06:03:52Z",
      "45.4.1": "2026-11-19T02:04:13Z",
      "9.0.0": "2020-05-18T00:00:00Z",
      modified: "2026-11-19T02:04:13Z",
    };
    expect(majorsOf(times)).toEqual({
      42: { firstRelease: "2026-05-06", supportEnds: "2026-10-21" },
      45: { firstRelease: "2026-10-21", supportEnds: "2027-04-07" },
    });
    expect(renewedTable(TABLE, times, "2026-12-24")).toMatchObject({
      readAt: "2026-12-24",
      mustBeReadAgainBy: "2027-03-24",
      advisories: TABLE.advisories,
    });
  });
});
