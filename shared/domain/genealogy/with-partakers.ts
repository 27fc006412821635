import type { Partaker, StationEvent, WorkTrace } from "./work-trace.ts";

interface PieceSpan {
  readonly from: number;
  readonly to: number;
}

/** Notes who and what had a part in the pieces that an event brought, or stood between. */
export function withPartakers(trace: WorkTrace, event: StationEvent, pieces: PieceSpan): WorkTrace {
  const { partakers } = trace;
  for (const name of thingsIn(event)) note(partakers, `${name.kind} ${name.id}`, { name, event, pieces });
  const atWork = personAtWork(trace, event);
  if (atWork === null) return trace;
  const isTheirs = event.actor !== null || pieces.to > pieces.from;
  if (isTheirs) note(partakers, atWork.key, { name: atWork.name, event, pieces });
  return trace.atWork === atWork.key ? trace : { ...trace, atWork: atWork.key };
}

type Name = Pick<Partaker, "kind" | "id">;

interface PersonAtWork {
  readonly key: string;
  readonly name: Name;
}

/** Whoever acts takes over; what a machine counts by itself belongs to who acted last. @returns null before anybody acted */
function personAtWork({ partakers, atWork }: WorkTrace, { actor }: StationEvent): PersonAtWork | null {
  const last = partakers.get(atWork ?? "");
  if (atWork !== null && last !== undefined && (actor === null || actor === last.id)) {
    return { key: atWork, name: last };
  }
  if (actor === null) return null;
  const first = `person ${actor}`;
  const key = partakers.has(first) ? `${first} ${partakers.size}` : first;
  return { key, name: { kind: "person", id: actor } };
}

interface Part {
  readonly name: Name;
  readonly event: StationEvent;
  readonly pieces: PieceSpan;
}

function note(partakers: Map<string, Partaker>, key: string, { name, event, pieces }: Part): void {
  const { kind, id } = name;
  const toUtc = event.at.atUtc;
  const before = partakers.get(key) ?? {
    kind,
    id,
    fromPieces: pieces.from,
    toPieces: pieces.to,
    fromUtc: toUtc,
    toUtc,
  };
  partakers.set(key, { ...before, toPieces: Math.max(before.toPieces, pieces.to), toUtc });
}

function thingsIn(event: StationEvent): readonly Name[] {
  switch (event.type) {
    case "parts.counted": {
      const { machineId, toolIds } = event.payload;
      return [{ kind: "machine", id: machineId }, ...toolIds.map((id) => ({ kind: "tool", id }) as const)];
    }
    case "tool.changed":
      return [{ kind: "tool", id: event.payload.toolId }];
    case "measurement.recorded": {
      const { gaugeId } = event.payload;
      return gaugeId === null ? [] : [{ kind: "gauge", id: gaugeId }];
    }
    default:
      return [];
  }
}
