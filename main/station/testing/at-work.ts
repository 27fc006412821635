import { randomUUID } from "node:crypto";
import type { ScreenModel } from "../../../shared/screen/screen-model.ts";
import type { StationClient } from "./screen-client.ts";

/** Signs A. Nowak in by badge and starts order 4731, which is counted by hand. Does nothing that is done already. */
export async function goToWork({ rpc }: StationClient): Promise<void> {
  const { people, order } = await screenOf({ rpc });
  if (people.signedIn.length === 0) await rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "BG1001" });
  if (order === null) await rpc.scan.submit.mutate({ intentId: randomUUID(), raw: "WO4731" });
}

/** What the screen shows now. */
export function screenOf({ rpc }: Pick<StationClient, "rpc">): Promise<ScreenModel> {
  return new Promise((resolve, reject) => {
    const watching = rpc.screen.watch.subscribe(undefined, {
      onData(screen) {
        watching.unsubscribe();
        resolve(screen);
      },
      onError: reject,
    });
  });
}

export const good = (quantity: number, intentId: string = randomUUID()) => ({
  intentId,
  quantity,
  source: "pad" as const,
});
