import type { Partaker, PartakerKind, StationEvent, WorkTrace } from "./work-trace.ts";

interface PieceSpan {
  readonly from: number;
  readonly to: number;
}

/** Notes who and what had a part in the pieces that an event brought, or stood between. */
export function withPartakers(trace: WorkTrace, event: StationEvent, pieces: PieceSpan): WorkTrace {
  const named = namedIn(event);
  if (named.length === 0) return trace;
  const entries = named.map(({ kind, id }) => {
    const key = `${kind} ${id}`;
    const before = Object.hasOwn(trace.partakers, key) ? trace.partakers[key] : undefined;
    return [key, widened(before ?? begun({ kind, id }, event, pieces), event, pieces)] as const;
  });
  return { ...trace, partakers: { ...trace.partakers, ...Object.fromEntries(entries) } };
}

type Name = Pick<Partaker, "kind" | "id">;

function begun(name: Name, { at }: StationEvent, pieces: PieceSpan): Partaker {
  return { ...name, fromPieces: pieces.from, toPieces: pieces.to, fromUtc: at.atUtc, toUtc: at.atUtc };
}

function widened(before: Partaker, { at }: StationEvent, pieces: PieceSpan): Partaker {
  return { ...before, toPieces: Math.max(before.toPieces, pieces.to), toUtc: at.atUtc };
}

function namedIn(event: StationEvent): readonly Name[] {
  const people = event.actor === null ? [] : [named("person", event.actor)];
  switch (event.type) {
    case "parts.counted": {
      const { machineId, toolIds } = event.payload;
      return [named("machine", machineId), ...toolIds.map((toolId) => named("tool", toolId)), ...people];
    }
    case "tool.changed":
      return [named("tool", event.payload.toolId), ...people];
    case "measurement.recorded": {
      const { gaugeId } = event.payload;
      return gaugeId === null ? people : [named("gauge", gaugeId), ...people];
    }
    default:
      return people;
  }
}

function named(kind: PartakerKind, id: string): Name {
  return { kind, id };
}
