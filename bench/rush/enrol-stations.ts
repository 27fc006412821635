import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jobOrder } from "../../mes/testing/test-mes.ts";

export interface EnrolledStation {
  readonly stationId: string;
  readonly token: string;
}

/** Enrols stations at a running MES as its IT does, each with an order of its number. */
export async function enrolStations(
  mes: { readonly url: string; readonly dataFolder: string },
  stationIds: readonly string[],
): Promise<readonly EnrolledStation[]> {
  const planner = (await readFile(join(mes.dataFolder, "secrets", "planner-token"), "utf8")).trim();
  const post = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${planner}`, "content-type": "application/json" };
    const answer = await fetch(`${mes.url}/api/v1/${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { token: string };
  };
  const enrolled: EnrolledStation[] = [];
  for (const stationId of stationIds) {
    const { token } = await post("stations", { stationId, workUnit: stationId, machineName: stationId });
    enrolled.push({ stationId, token });
  }
  const orders = stationIds.map((id) =>
    jobOrder(id, { workUnit: id, countAuthority: "operator", plannedQuantity: 1_000_000 }),
  );
  for (let from = 0; from < orders.length; from += 50)
    await post("orders", { jobOrders: orders.slice(from, from + 50) });
  return enrolled;
}
