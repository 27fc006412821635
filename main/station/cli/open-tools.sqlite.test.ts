import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { dataFolder } from "../config/data-folder.ts";
import { openStore } from "../store/open-store.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openTools } from "./open-tools.ts";

const folderOfStation = () => dataFolder({ TAKT_DATA: temporaryFolder() });

describe("the tools' way to the data", () => {
  test("P1 data that a station holds while it starts is waited for", async () => {
    const folder = folderOfStation();
    const starting = openStore(folder.root);
    let isHeld = true;
    const opened = openTools(folder).then((tools) => ({ tools, wasHeld: isHeld }));
    await delay(300); // longer than one look: the wait is the subject
    starting.close();
    isHeld = false;
    const { tools, wasHeld } = await opened;
    expect(wasHeld).toBe(false);
    expect(await tools.journal()).toEqual([]);
    tools.close();
  });

  test("P8 data that stays held is refused, and the holder goes on", async () => {
    const folder = folderOfStation();
    const other = openStore(folder.root);
    await expect(openTools(folder, { startsWithinMs: 0 })).rejects.toMatchObject({ code: "locked" });
    expect(other.store.epochs()).toEqual([]);
    other.close();
  });

  test("P8 a folder without data is not made into a station's", async () => {
    await expect(openTools(folderOfStation())).rejects.toThrow("There is no station data");
  });
});
