export interface UploadLimits {
  /** Uploads that are read and written at the same time. */
  readonly mostAtOnce: number;
  /** Uploads whose bodies lie unread until it is their turn. */
  readonly mostWaiting: number;
  /** Whoever has waited that long is told to come later: well within the time-out of a station. */
  readonly longestWaitMs: number;
}

/** Gives the place back; the second call does nothing. */
export type Leave = () => void;

export interface UploadGate {
  /** @returns undefined when there is no room: come later */
  enter(stationId: string): Promise<Leave | undefined>;
}

interface Waiting {
  readonly stationId: string;
  /** When its last upload was let in, counted in uploads; 0: none yet. */
  readonly lastTurn: number;
  readonly answer: (leave: Leave | undefined) => void;
}

/**
 * Bounds how many uploads are worked on when many stations come at once (N12), and shares the places out: the next one is
 * whoever was let in longest ago, and one that was let in lately gives its place in the line to one that was not. So a
 * station with a long backlog cannot keep the others out by coming again at once.
 */
export function createUploadGate(limits: UploadLimits): UploadGate {
  const lastTurns = new Map<string, number>();
  const line: Waiting[] = [];
  let inside = 0;
  let turns = 0;

  function letIn(stationId: string): Leave {
    inside += 1;
    turns += 1;
    lastTurns.set(stationId, turns);
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      inside -= 1;
      const next = line.reduce<Waiting | undefined>(
        (first, one) => (first === undefined || one.lastTurn < first.lastTurn ? one : first),
        undefined,
      );
      if (next !== undefined) answer(next, letIn(next.stationId));
    };
  }

  function answer(waiting: Waiting, leave: Leave | undefined): void {
    line.splice(line.indexOf(waiting), 1);
    waiting.answer(leave);
  }

  /** @returns whether there is room in the line for someone of this turn */
  function makeRoom(lastTurn: number): boolean {
    if (line.length < limits.mostWaiting) return true;
    const latest = line.reduce<Waiting | undefined>(
      (last, one) => (last === undefined || one.lastTurn > last.lastTurn ? one : last),
      undefined,
    );
    if (latest === undefined || latest.lastTurn <= lastTurn) return false;
    answer(latest, undefined);
    return true;
  }

  return {
    async enter(stationId) {
      if (inside < limits.mostAtOnce) return letIn(stationId);
      const lastTurn = lastTurns.get(stationId) ?? 0;
      if (!makeRoom(lastTurn)) return undefined;
      const { promise, resolve } = Promise.withResolvers<Leave | undefined>();
      const waiting: Waiting = { stationId, lastTurn, answer: resolve };
      line.push(waiting);
      const timer = setTimeout(() => answer(waiting, undefined), limits.longestWaitMs);
      const leave = await promise;
      clearTimeout(timer);
      return leave;
    },
  };
}
