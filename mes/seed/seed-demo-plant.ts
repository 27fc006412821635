import type { Mes } from "../open-mes.ts";
import { hashPin } from "../people/pin-hash.ts";
import { listStations } from "../repositories/station-repository.ts";
import type { Body, CommandOf } from "../use-cases/command.ts";
import { demoLots, demoTools } from "./demo-materials.ts";
import { demoOrders } from "./demo-orders.ts";
import { demoSsccRange } from "./demo-packing.ts";
import { demoPeople } from "./demo-people.ts";
import { demoCharacteristics, demoDefectCodes } from "./demo-quality.ts";
import { demoReasons } from "./demo-reasons.ts";
import { demoShiftCalendar } from "./demo-shifts.ts";

export const DEMO_STATION = "WS-14";

/** Seeding was asked for without the permission that a plant in production never gives. */
export class SeedRefusedError extends Error {
  override readonly name = "SeedRefusedError";
}

export interface SeedOptions {
  /** The value of TAKT_SEED; anything but "demo" is refused. */
  readonly permission: string | undefined;
  readonly stationTokenHash: string;
}

/**
 * Fills an empty MES with the trial plant; a MES that has a station is left alone. The station comes last: a start
 * that dies half way finds none and seeds again, and what is the same is not sent twice.
 *
 * @returns whether anything was seeded
 */
export async function seedDemoPlant(mes: Mes, options: SeedOptions): Promise<boolean> {
  if (options.permission !== "demo")
    throw new SeedRefusedError("The trial plant is seeded only with TAKT_SEED=demo");
  if ((await listStations(mes.database)).length > 0) return false;
  const now = new Date(mes.nowUtc());
  await mes.execute({ kind: "name-plant", atUtc: mes.nowUtc(), plantName: "Hall 2" });
  await importAll(mes, "reason", demoReasons);
  await importAll(mes, "defect-code", demoDefectCodes);
  await importAll(mes, "characteristic", demoCharacteristics);
  await importAll(mes, "person", await demoPeople(hashPin));
  await importAll(mes, "lot", demoLots(now));
  await importAll(mes, "tool", demoTools);
  await importAll(mes, "shift-calendar", [demoShiftCalendar(plantZone())]);
  await importAll(mes, "sscc-range", [demoSsccRange(DEMO_STATION)]);
  await mes.execute({ kind: "import-job-orders", atUtc: mes.nowUtc(), jobOrders: demoOrders(now) });
  await mes.execute({
    kind: "register-station",
    atUtc: mes.nowUtc(),
    station: {
      stationId: DEMO_STATION,
      workUnit: "CNC-2",
      machineName: "CNC Lathe 2",
      tokenHash: options.stationTokenHash,
    },
  });
  return true;
}

async function importAll(
  mes: Mes,
  dataKind: CommandOf<"import-master-data">["dataKind"],
  items: readonly Body[],
): Promise<void> {
  await mes.execute({ kind: "import-master-data", atUtc: mes.nowUtc(), dataKind, items, remove: [] });
}

/** The trial plant stands where it is tried. */
function plantZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
