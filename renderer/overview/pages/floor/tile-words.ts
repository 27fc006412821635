import type { IntlShape } from "react-intl";
import type { FloorTile } from "../../../../shared/protocol/pages.ts";
import { ageMs } from "../../data/mes-clock.ts";
import { formatAge, formatElapsed } from "../../format/age.ts";
import { formatClockWithSeconds, formatMoment } from "../../format/moment.ts";
import { nameOf } from "../../format/name-of.ts";
import { machineCondition, tileCondition } from "./tile-condition.ts";
import { tileFreshness } from "./tile-freshness.ts";

/** Order and item in one line; null without an order. */
export function orderWords(tile: FloorTile): string | null {
  if (tile.jobOrderId === null) return null;
  return tile.itemName === null ? tile.jobOrderId : `${tile.jobOrderId} ${tile.itemName}`;
}

/** The line under the figure: what the machine works on, or why it does not. */
export function tileNote(intl: IntlShape, tile: FloorTile): string {
  if (tileCondition(tile) === "offline") return lastKnown(intl, tile);
  if (tile.orderState === "paused" || tile.orderState === "held") return pauseWords(intl, tile);
  const order = orderWords(tile);
  if (order !== null && tile.orderState === "setting-up")
    return intl.formatMessage({ id: "tile.settingUp" }, { order });
  if (order !== null) return order;
  return intl.formatMessage({ id: tile.machineState === "running" ? "tile.noOrderRunning" : "tile.noOrder" });
}

function pauseWords(intl: IntlShape, tile: FloorTile): string {
  const { pauseReason, orderState } = tile;
  if (orderState === "held") return intl.formatMessage({ id: "tile.held" });
  if (pauseReason === null) return intl.formatMessage({ id: "tile.pausedNoReason" });
  return intl.formatMessage({ id: "tile.paused" }, { reason: nameOf(intl, pauseReason) });
}

/** Where there is room for two lines: why the order rests, or what was last known, above the order itself. */
export function wideTileLines(
  intl: IntlShape,
  tile: FloorTile,
): { readonly above: string | null; readonly note: string | null } {
  if (tileCondition(tile) === "offline") return { above: lastState(intl, tile), note: orderWords(tile) };
  if (tile.orderState === "paused" || tile.orderState === "held")
    return { above: pauseWords(intl, tile), note: orderWords(tile) };
  return { above: null, note: tileNote(intl, tile) };
}

/** The state that the station told before contact was lost: kept and said, never shown as if it were so now. */
function lastState(intl: IntlShape, tile: FloorTile): string {
  if (tile.machineState === null) return intl.formatMessage({ id: "tile.neverHeard" });
  return intl.formatMessage({ id: "tile.last" }, { state: stateInSentence(intl, tile) });
}

function lastKnown(intl: IntlShape, tile: FloorTile): string {
  if (tile.machineState === null || tile.plannedQuantity === null) return lastState(intl, tile);
  const state = stateInSentence(intl, tile);
  const good = intl.formatNumber(tile.good);
  const planned = intl.formatNumber(tile.plannedQuantity);
  return intl.formatMessage({ id: "tile.lastWithGood" }, { state, good, planned });
}

function stateInSentence(intl: IntlShape, tile: FloorTile): string {
  return intl.formatMessage({ id: `state.${machineCondition(tile)}` }).toLocaleLowerCase(intl.locale);
}

/** How long the condition has lasted, as the figure of a tile; null when nobody knows. */
export function conditionAge(intl: IntlShape, tile: FloorTile, nowMs: number): string | null {
  if (!tile.online) {
    return tile.lastContactUtc === null ? null : formatAge(intl, ageMs(tile.lastContactUtc, nowMs));
  }
  if (tile.stateSinceUtc === null) return null;
  const lasted = ageMs(tile.stateSinceUtc, nowMs);
  return tileCondition(tile) === "no-signal" ? formatAge(intl, lasted) : formatElapsed(intl, lasted);
}

/** The age of what a tile shows; always there (a page out of contact is as old as its last answer). */
export function freshnessWords(
  intl: IntlShape,
  tile: FloorTile,
  present: { readonly nowMs: number; readonly staleSinceUtc: string | null },
): string {
  const { nowMs, staleSinceUtc } = present;
  const age = (utc: string): string => formatAge(intl, ageMs(utc, nowMs));
  if (staleSinceUtc !== null) {
    const time = formatClockWithSeconds(intl, staleSinceUtc);
    return intl.formatMessage({ id: "tile.stale" }, { time, age: age(staleSinceUtc) });
  }
  const freshness = tileFreshness(tile);
  switch (freshness.kind) {
    case "never":
      return intl.formatMessage({ id: "tile.neverHeard" });
    case "last-contact": {
      const time = formatMoment(intl, freshness.utc, nowMs);
      return intl.formatMessage({ id: "tile.lastContact" }, { time, age: age(freshness.utc) });
    }
    case "live": {
      const { lastEventUtc } = freshness;
      if (lastEventUtc === null) return intl.formatMessage({ id: "tile.noEvent" });
      return intl.formatMessage({ id: "tile.lastEvent" }, { age: age(lastEventUtc) });
    }
  }
}
