import type { Attention } from "../../../../shared/protocol/attention.ts";
import type { FloorMachine, FloorPage, FloorTile, MachineGap } from "../../../../shared/protocol/pages.ts";
import { ageMs } from "../../data/mes-clock.ts";
import { tileCondition } from "./tile-condition.ts";
import { orderWords } from "./tile-words.ts";

/** Working offline is normal; after a shift of it someone should have a look. */
const OFFLINE_CONCERN_MS = 8 * 3_600_000;

export type ConcernKind =
  | Attention["kind"]
  | "stopped"
  | "no-signal"
  | "machine-fault"
  | "machine-no-data"
  | "offline-long";

/** One line of "Needs someone": told by the MES (`attention`), or seen by this page on a tile (`order` of the tile). */
export interface Concern {
  readonly id: string;
  readonly kind: ConcernKind;
  readonly machineName: string;
  readonly attention: Attention | null;
  readonly order: string | null;
  /** The gap in a machine's values that lasts. */
  readonly gap?: MachineGap;
  readonly sinceUtc: string;
}

const rank: Readonly<Record<ConcernKind, number>> = {
  "help-call": 0,
  stopped: 1,
  "machine-fault": 2,
  maintenance: 3,
  "forked-journal": 4,
  "doubled-number": 5,
  "held-lot-used": 5,
  "begun-order": 6,
  "over-delivery": 7,
  "rejected-booking": 8,
  "waiting-bookings": 9,
  "no-signal": 10,
  "machine-no-data": 11,
  "tool-warning": 12,
  "offline-long": 13,
};

/** Everything that waits for a person, most urgent first, then longest waiting first. */
export function listConcerns(page: FloorPage, nowMs: number): readonly Concern[] {
  const told = page.attention.map((attention) => fromAttention(attention, page.tiles));
  const seen = page.tiles.flatMap((tile) => [...fromTile(tile, nowMs), ...fromMachines(tile)]);
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

const machineConcerns: Partial<Record<NonNullable<FloorMachine["state"]>, ConcernKind>> = {
  fault: "machine-fault",
  "no-data": "machine-no-data",
};

/** The machines of a station beside the one that its tile speaks of. Of a station out of contact nobody knows. */
function fromMachines(tile: FloorTile): readonly Concern[] {
  if (!tile.online) return [];
  const own = tile.machines.findIndex(
    ({ state, stateSinceUtc }) => state === tile.machineState && stateSinceUtc === tile.stateSinceUtc,
  );
  return tile.machines.flatMap(({ machineId, name, state, stateSinceUtc, lastGap }, index) => {
    const kind = state === null ? undefined : machineConcerns[state];
    if (index === own || kind === undefined || stateSinceUtc === null) return [];
    const concern = { kind, machineName: name, attention: null, order: null, sinceUtc: stateSinceUtc };
    const gap = lastGap?.toUtc === null ? { gap: lastGap } : {};
    return [{ id: `${kind}:${tile.stationId}:${machineId}`, ...concern, ...gap }];
  });
}
