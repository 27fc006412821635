/** The MES on its embedded database, in a process of its own; answers "received" with how many lines of the journal it has. */
import { RealMes, stationToken } from "../../main/station/testing/real-mes.ts";

export interface MesReady {
  readonly port: number;
  readonly token: string;
}

const stationId = process.argv[2] ?? "WS-BENCH";
const mes = await RealMes.start();
await mes.enrol(stationId);
process.on("message", () => void tellReceived());
process.on("disconnect", () => void mes.stop().then(() => process.exit(0)));
process.send?.({ port: mes.port, token: stationToken(stationId) } satisfies MesReady);

async function tellReceived(): Promise<void> {
  const [row] = await mes.mes.database.query<{ received: number }>(
    "SELECT count(*)::integer AS received FROM journal_event WHERE station_id = $1",
    [stationId],
  );
  process.send?.({ received: row?.received ?? 0 });
}
