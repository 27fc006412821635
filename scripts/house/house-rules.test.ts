import path from "node:path";
import { describe, expect, test } from "vitest";
import { type House, readHouse } from "./house.ts";
import { HOUSE_RULES } from "./house-rules.ts";
import { parseSource } from "./parse-source.ts";

const FIXTURES = path.join(import.meta.dirname, "fixtures");

/** Each folder of fixtures/ is a small house that breaks one rule at exactly these places. */
const BROKEN: Record<string, readonly string[]> = {
  direction: [
    "main/elsewhere/lost.ts:1",
    "main/shell/shell.ts:1",
    "main/station/devices/scanner.ts:1",
    "mes/server.ts:1",
    "renderer/terminal/main.tsx:1",
    "renderer/terminal/main.tsx:2",
    "renderer/ui/Button.tsx:1",
    "shared/domain/order.ts:1",
    "shared/lib/clock.ts:1",
  ],
  "no-cycles": ["shared/lib/a.ts:1"],
  "sole-importers": [
    "main/shell/window.ts:1",
    "main/shell/window.ts:2",
    "main/station/record/recorder.ts:1",
    "main/station/record/recorder.ts:2",
    "main/station/record/recorder.ts:5",
    "main/station/sync/pump.ts:1",
    "main/station/sync/pump.ts:2",
    "mes/people/sign-in.ts:1",
    "renderer/terminal/screen.ts:1",
  ],
  "shared-is-pure": ["shared/lib/hash.ts:1", "shared/lib/hash.ts:4"],
  "no-orphans": ["main/station/store/forgotten.ts:1", "main/station/store/tested.ts:1"],
  "tests-not-imported": ["mes/app.ts:1", "mes/app.ts:2", "mes/other.test.ts:1"],
  "imports-resolve": ["mes/app.ts:1", "mes/app.ts:2"],
  "no-barrels": ["mes/routes/index.ts:1", "mes/routes/orders.ts:3"],
  "file-names": ["mes/OrderList.ts:1", "mes/orderList.ts:1", "mes/utils.ts:1"],
  "no-suppressions": ["mes/app.ts:1", "mes/app.ts:3", "mes/app.ts:5"],
};

function violations(ruleId: string, house: House): string[] {
  const rule = HOUSE_RULES.find(({ id }) => id === ruleId);
  if (!rule) throw new Error(`there is no rule ${ruleId}`);
  return rule
    .check(house)
    .map(({ file, line }) => `${file}:${line}`)
    .sort();
}

describe("house rules", () => {
  test.each(Object.entries(BROKEN))("%s refuses its fixture", async (ruleId, expected) => {
    const house = await readHouse(path.join(FIXTURES, ruleId));
    expect(violations(ruleId, house)).toEqual(expected);
  });

  test.each(HOUSE_RULES.map(({ id }) => id))("%s finds nothing in a sound house", async (ruleId) => {
    const house = await readHouse(path.join(FIXTURES, "sound"));
    expect(house.size).toBeGreaterThan(0);
    expect(violations(ruleId, house)).toEqual([]);
  });

  test("file-size refuses a file of 401 lines and lets 400 and migrations be", () => {
    const lines = (count: number) => "export {};\n".repeat(count);
    const house = new Map(
      [
        parseSource("mes/long.ts", lines(401)),
        parseSource("mes/full.ts", lines(400)),
        parseSource("mes/migrations/m1.ts", lines(500)),
      ].map((file) => [file.path, file]),
    );
    expect(violations("file-size", house)).toEqual(["mes/long.ts:400"]);
  });

  test("every rule has a fixture it refuses and says why it exists", () => {
    const proven = [...Object.keys(BROKEN), "file-size"].sort();
    expect(HOUSE_RULES.map(({ id }) => id).sort()).toEqual(proven);
    for (const { reason } of HOUSE_RULES) expect(reason).toMatch(/^.{40,}\.$/);
  });

  test("a file that cannot be parsed is named, not skipped", () => {
    expect(() => parseSource("mes/broken.ts", "const = 1;")).toThrow(/mes\/broken\.ts cannot be parsed/);
  });
});
