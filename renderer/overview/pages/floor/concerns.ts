import type { Attention } from "../../../../shared/protocol/attention.ts";
import type { FloorPage, FloorTile } from "../../../../shared/protocol/pages.ts";
import { ageMs } from "../../data/mes-clock.ts";
import { tileCondition } from "./tile-condition.ts";
import { orderWords } from "./tile-words.ts";

/** Working offline is normal; after a shift of it someone should have a look. */
const OFFLINE_CONCERN_MS = 8 * 3_600_000;

export type ConcernKind = Attention["kind"] | "stopped" | "no-signal" | "offline-long";

/** One line of "Needs someone": told by the MES (`attention`), or seen by this page on a tile (`order` of the tile). */
export interface Concern {
  readonly id: string;
  readonly kind: ConcernKind;
  readonly machineName: string;
  readonly attention: Attention | null;
  readonly order: string | null;
  readonly sinceUtc: string;
}

const rank: Readonly<Record<ConcernKind, number>> = {
  "help-call": 0,
  stopped: 1,
  maintenance: 2,
  "forked-journal": 3,
  "begun-order": 4,
  "rejected-booking": 5,
  "waiting-bookings": 6,
  "no-signal": 7,
  "tool-warning": 8,
  "offline-long": 9,
};

/** Everything that waits for a person, most urgent first, then longest waiting first. */
export function listConcerns(page: FloorPage, nowMs: number): readonly Concern[] {
  const told = page.attention.map((attention) => fromAttention(attention, page.tiles));
  const seen = page.tiles.flatMap((tile) => fromTile(tile, nowMs));
  return [...told, ...seen].sort(
    (left, right) => rank[left.kind] - rank[right.kind] || left.sinceUtc.localeCompare(right.sinceUtc),
  );
}

function fromAttention(attention: Attention, tiles: readonly FloorTile[]): Concern {
  const tile = tiles.find((candidate) => candidate.stationId === attention.stationId);
  return {
    id: `${attention.kind}:${attention.id}`,
    kind: attention.kind,
    machineName: tile?.machineName ?? attention.stationId,
    attention,
    order: null,
    sinceUtc: attention.sinceUtc,
  };
}

function fromTile(tile: FloorTile, nowMs: number): readonly Concern[] {
  const found = tileConcern(tile, nowMs);
  if (found === null) return [];
  return [
    {
      id: `${found.kind}:${tile.stationId}`,
      machineName: tile.machineName,
      attention: null,
      order: orderWords(tile),
      ...found,
    },
  ];
}

function tileConcern(tile: FloorTile, nowMs: number): Pick<Concern, "kind" | "sinceUtc"> | null {
  const { stateSinceUtc, lastContactUtc } = tile;
  switch (tileCondition(tile)) {
    case "running":
    case "waiting":
    case "setup":
    case "planned":
      return null;
    case "stopped":
    case "fault":
      return stateSinceUtc === null ? null : { kind: "stopped", sinceUtc: stateSinceUtc };
    case "no-signal":
      return stateSinceUtc === null ? null : { kind: "no-signal", sinceUtc: stateSinceUtc };
    case "offline":
      if (lastContactUtc === null || ageMs(lastContactUtc, nowMs) < OFFLINE_CONCERN_MS) return null;
      return { kind: "offline-long", sinceUtc: lastContactUtc };
  }
}
