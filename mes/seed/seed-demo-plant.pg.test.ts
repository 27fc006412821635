import { describe, expect, test } from "vitest";
import { masterDataKinds, masterDataSchemas } from "../../shared/protocol/directive.ts";
import { readDirectives } from "../repositories/directive-repository.ts";
import { testPlantOfFile } from "../testing/test-plant.ts";
import { DEMO_STATION, SeedRefusedError, seedDemoPlant } from "./seed-demo-plant.ts";

const plant = testPlantOfFile();

const tokenHash = "0".repeat(64);

describe("the trial plant", () => {
  test("without its permission nothing is seeded", async () => {
    for (const permission of [undefined, "", "yes", "production"])
      await expect(seedDemoPlant(plant.mes, { permission, stationTokenHash: tokenHash })).rejects.toThrow(
        SeedRefusedError,
      );
    expect(await plant.mes.database.query("SELECT 1 FROM job_order")).toEqual([]);
  });

  test("every body passes the schema that a station checks it with; a second seeding does nothing", async () => {
    const options = { permission: "demo", stationTokenHash: tokenHash };
    expect(await seedDemoPlant(plant.mes, options)).toBe(true);
    const directives = await readDirectives(plant.mes.database, DEMO_STATION, { after: 0, limit: 1_000 });
    for (const { kind, body } of directives) {
      const known = masterDataKinds.find((one) => one === kind);
      if (known === undefined) throw new Error(`Unknown kind ${kind}`);
      expect(masterDataSchemas[known].safeParse(body).error).toBeUndefined();
    }
    expect(await seedDemoPlant(plant.mes, options)).toBe(false);
    expect(await readDirectives(plant.mes.database, DEMO_STATION, { after: 0, limit: 1_000 })).toEqual(
      directives,
    );
  });
});
