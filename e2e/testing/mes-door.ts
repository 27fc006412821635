import { readFile } from "node:fs/promises";
import path from "node:path";

/** The MES as a browser and a planner reach it. */
export interface MesDoor {
  /** GET, as JSON. @param address behind the MES's own, with its slash */
  askMes(address: string): Promise<unknown>;
  /** POST with the rights of its planner. */
  planAtMes(address: string, body: object): Promise<void>;
}

/** @param dataFolder of the plant: the MES lays the planner's key there */
export function mesDoor(mesUrl: string, dataFolder: string): MesDoor {
  async function answerOf(address: string, request: RequestInit = {}): Promise<Response> {
    const response = await fetch(mesUrl + address, request);
    if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    return response;
  }
  return {
    askMes: async (address) => (await answerOf(address)).json() as Promise<unknown>,
    async planAtMes(address, body) {
      const token = (await readFile(path.join(dataFolder, "secrets", "planner-token"), "utf8")).trim();
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      await answerOf(address, { method: "POST", headers, body: JSON.stringify(body) });
    },
  };
}
