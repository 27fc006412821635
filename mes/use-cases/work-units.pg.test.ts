import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { readDirectives } from "../repositories/directive-repository.ts";
import { hashToken } from "../secrets/token.ts";
import { newJobOrder } from "../testing/test-mes.ts";
import { testPlantOfFile } from "../testing/test-plant.ts";

const plant = testPlantOfFile();

const ordersOf = async (stationId: string): Promise<readonly string[]> => {
  const sent = await readDirectives(plant.mes.database, stationId, { after: 0, limit: 1_000 });
  return sent.filter(({ kind }) => kind === "job-order").map(({ id }) => id);
};

test("SE-11 a terminal of two work units gets the orders of both, those there were and those to come", async () => {
  const [own, other] = [`U-${randomUUID().slice(0, 8)}`, `U-${randomUUID().slice(0, 8)}`];
  const before = await newJobOrder(plant.mes, { workUnit: other });
  const stationId = `WS-${randomUUID().slice(0, 8)}`;
  const station = { stationId, workUnit: own, machineName: "Two", tokenHash: hashToken(stationId) };
  const enrol = (otherWorkUnits?: readonly string[]) =>
    plant.mes.execute({
      kind: "register-station",
      atUtc: plant.mes.nowUtc(),
      station: { ...station, ...(otherWorkUnits && { otherWorkUnits }) },
    });
  expect(await enrol()).toBe("registered");
  expect(await ordersOf(stationId)).toEqual([]);
  expect(await enrol([other])).toBe("renewed");
  expect(await ordersOf(stationId)).toEqual([before]);
  const after = [
    await newJobOrder(plant.mes, { workUnit: own }),
    await newJobOrder(plant.mes, { workUnit: other }),
  ];
  expect(await ordersOf(stationId)).toEqual([before, ...after]);
});
