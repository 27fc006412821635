import type { Readiness } from "../../../shared/domain/orders/readiness.ts";
import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import type { Text } from "../text/use-text.ts";

/** What keeps an order from being started; undefined: nothing does. */
export function rowBlocker({ readiness }: Pick<QueueRow, "readiness">): Readiness | undefined {
  return readiness.find(({ state }) => state === "blocked");
}

export function readinessWords({ code, about, quantity = 0, of = 0 }: Readiness, t: Text): string {
  return t(`readiness.${code}`, { about, quantity, of });
}
