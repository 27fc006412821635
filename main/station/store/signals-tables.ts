import type { Database } from "./sqlite.ts";
import { storeErrorFrom } from "./sqlite.ts";
import { StoreError } from "./store-error.ts";

interface Identity {
  readonly machineId: string;
  readonly signalId: string;
}

interface Head {
  readonly seq: number;
  readonly atUs: number;
  readonly body: Uint8Array;
}

interface Segment {
  readonly signalGroup: number;
  readonly fromUs: number;
  readonly toUs: number;
  readonly sealedUs: number;
  readonly samples: number;
  readonly body: Uint8Array;
}

interface Span {
  readonly id: number;
  readonly fromUs: number;
  readonly toUs: number;
  readonly samples: number;
}

interface Gap<Cause extends string> {
  readonly id: number;
  readonly machineId: string | null;
  readonly signal: number | null;
  readonly fromUs: number;
  readonly toUs: number | null;
  readonly cause: Cause;
}

interface Text {
  readonly signal: number;
  readonly sourceUs: number;
  readonly arrivedUs: number;
  readonly text: string;
  readonly status: number;
}

const SPAN = "id, from_us AS fromUs, to_us AS toUs, samples";
const GAP = `id, machine_id AS machineId, signal, from_us AS fromUs, to_us AS toUs, cause`;

/** Name of the mark that tells this store from one made after it was lost. */
export const STORE_MARK = "store";

/** The reading half: statements over blobs and numbers, no meaning. Works on a read-only connection. */
export function signalsReadTables<Cause extends string>(database: Database) {
  const signals = database.prepare<[], Identity & { number: number }>(
    "SELECT number, machine_id AS machineId, signal_id AS signalId FROM signal ORDER BY number",
  );
  const headOf = database.prepare<[number], Head>(
    `SELECT seq, at_us AS atUs, body FROM head
     WHERE seq > coalesce((SELECT seq FROM sealed WHERE partition = ?), 0) ORDER BY seq`,
  );
  const segments = database.prepare<[number, number, number], Span>(
    `SELECT ${SPAN} FROM segment WHERE signal_group = ? AND to_us >= ? AND from_us <= ? ORDER BY from_us, id`,
  );
  const before = database.prepare<[number, number], Span>(
    `SELECT ${SPAN} FROM segment WHERE signal_group = ? AND to_us < ? ORDER BY to_us DESC LIMIT 1`,
  );
  const heldUntil = database
    .prepare<[Span & { signalGroup: number }], number | null>(
      `SELECT coalesce(
         (SELECT max(to_us) FROM segment
          WHERE signal_group = @signalGroup AND id < @id AND from_us <= @toUs AND to_us >= @toUs),
         (SELECT min(from_us) FROM segment WHERE signal_group = @signalGroup AND id < @id AND from_us > @toUs))`,
    )
    .pluck();
  const since = database.prepare<[number, number], Span & { signalGroup: number }>(
    `SELECT ${SPAN}, signal_group AS signalGroup FROM segment WHERE id > ? ORDER BY id LIMIT ?`,
  );
  const body = database.prepare<[number], Uint8Array>("SELECT body FROM segment WHERE id = ?").pluck();
  const start = database
    .prepare<[number, number], Uint8Array | null>("SELECT substr(body, 1, ?) FROM segment WHERE id = ?")
    .pluck();
  const gaps = database.prepare<[number, number], Gap<Cause>>(
    `SELECT ${GAP} FROM gap WHERE (to_us IS NULL OR to_us > ?) AND from_us < ? ORDER BY from_us, id`,
  );
  const texts = database.prepare<[number, number], Omit<Text, "sourceUs"> & { sourceUs: number | null }>(
    `SELECT signal, source_us AS sourceUs, arrived_us AS arrivedUs, status, text
     FROM text_value WHERE signal = ? ORDER BY id DESC LIMIT ?`,
  );
  const recorded = database
    .prepare<[], number>(
      "SELECT max(at_us) FROM (SELECT value AS at_us FROM mark WHERE name = 'recorded' UNION ALL SELECT at_us FROM (SELECT at_us FROM head ORDER BY seq DESC LIMIT 1))",
    )
    .pluck();
  const store = database.prepare<[], number>(`SELECT value FROM mark WHERE name = '${STORE_MARK}'`).pluck();
  return {
    storeId: () => store.get()?.toString(),
    snapshot: <Result>(read: () => Result): Result => database.transaction(read)(),
    signals: () => signals.all(),
    headOf: (partition: number) => headOf.all(partition),
    segments: (signalGroup: number, fromUs: number, toUs: number) => segments.all(signalGroup, fromUs, toUs),
    segmentBefore: (signalGroup: number, us: number) => before.get(signalGroup, us),
    heldUntilUs: (segment: Span & { signalGroup: number }) => heldUntil.get(segment) ?? undefined,
    segmentsSince: (id: number, limit: number) => since.all(id, limit),
    segmentBody: (id: number) => readDamaged(() => body.get(id)),
    segmentStart: (id: number, bytes: number) => readDamaged(() => start.get(bytes, id)) ?? undefined,
    gaps: (fromUs: number, toUs: number) => gaps.all(fromUs, toUs),
    texts: (signal: number, limit: number): readonly Text[] =>
      texts.all(signal, limit).map((text) => ({ ...text, sourceUs: text.sourceUs ?? Number.NaN })),
    recordedUntilUs: () => recorded.get() ?? Number.NaN,
    close: () => void database.close(),
  };
}

/** A page that cannot be read costs the samples on it, not the program. */
function readDamaged<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (cause) {
    const error = storeErrorFrom(cause, "Cannot read stored samples");
    if (error instanceof StoreError && error.code === "suspect") return undefined;
    throw error;
  }
}

/** Both halves, for the one writer. */
export function signalsTables<Cause extends string>(database: Database) {
  return {
    ...signalsReadTables<Cause>(database),
    ...headTable(database),
    ...segmentTable(database),
    ...gapTable<Cause>(database),
    ...markTable(database),
    transaction(write: () => void): void {
      try {
        database.transaction(write).immediate();
      } catch (cause) {
        throw storeErrorFrom(cause, "Cannot write samples");
      }
    },
    usedBytes(): number {
      const count = (name: string): number => Number(database.pragma(name, { simple: true }));
      return (count("page_count") - count("freelist_count")) * count("page_size");
    },
  };
}

function headTable(database: Database) {
  const append = database.prepare("INSERT INTO head VALUES (@seq, @atUs, @body)");
  const after = database.prepare<[number], Head>(
    "SELECT seq, at_us AS atUs, body FROM head WHERE seq > ? ORDER BY seq",
  );
  const last = database
    .prepare<[], number>(
      "SELECT max(seq) FROM (SELECT max(seq) AS seq FROM head UNION ALL SELECT max(seq) FROM sealed)",
    )
    .pluck();
  const deleteBefore = database.prepare("DELETE FROM head WHERE seq < ?");
  const sealed = database.prepare<[], { partition: number; seq: number }>(
    "SELECT partition, seq FROM sealed",
  );
  const setSealed = database.prepare(
    "INSERT INTO sealed VALUES (?, ?) ON CONFLICT (partition) DO UPDATE SET seq = excluded.seq",
  );
  return {
    appendHead: (row: Head) => void append.run(row),
    headAfter: (seq: number) => after.all(seq),
    lastHeadSeq: () => last.get() ?? 0,
    deleteHeadBefore: (seq: number) => void deleteBefore.run(seq),
    sealed: () => new Map(sealed.all().map(({ partition, seq }) => [partition, seq])),
    setSealed: (partition: number, seq: number) => void setSealed.run(partition, seq),
  };
}

function segmentTable(database: Database) {
  const add = database.prepare(
    `INSERT INTO segment (signal_group, from_us, to_us, sealed_us, samples, body)
     VALUES (@signalGroup, @fromUs, @toUs, @sealedUs, @samples, @body)`,
  );
  const deleteOldest = database.prepare(
    `DELETE FROM segment WHERE id IN
     (SELECT id FROM segment WHERE id <= @lastId AND sealed_us < @sealedBeforeUs ORDER BY id LIMIT @most)`,
  );
  return {
    addSegment: (segment: Segment) => void add.run(segment),
    deleteSegments: (limits: { lastId: number; sealedBeforeUs: number; most: number }) =>
      deleteOldest.run(limits).changes,
  };
}

function gapTable<Cause extends string>(database: Database) {
  const put = database.prepare("INSERT INTO gap VALUES (@id, @machineId, @signal, @fromUs, @toUs, @cause)");
  const close = database.prepare("UPDATE gap SET to_us = ? WHERE id = ?");
  const last = database.prepare<[], number>("SELECT max(id) FROM gap").pluck();
  const open = database.prepare<[], Gap<Cause>>(`SELECT ${GAP} FROM gap WHERE to_us IS NULL`);
  const counts = database.prepare<[], { cause: Cause; count: number }>(
    "SELECT cause, count(*) AS count FROM gap GROUP BY cause",
  );
  const deleteGaps = database.prepare("DELETE FROM gap WHERE to_us < ?");
  const deleteTexts = database.prepare("DELETE FROM text_value WHERE arrived_us < ?");
  return {
    putGap: (gap: Gap<Cause>) => void put.run(gap),
    closeGap: (id: number, toUs: number) => void close.run(toUs, id),
    lastGapId: () => last.get() ?? 0,
    openGaps: () => open.all(),
    gapCounts: () => counts.all(),
    deleteGapsAndTextsBefore(us: number): void {
      deleteGaps.run(us);
      deleteTexts.run(us);
    },
  };
}

function markTable(database: Database) {
  const register = database.prepare(
    "INSERT OR IGNORE INTO signal (machine_id, signal_id) VALUES (@machineId, @signalId)",
  );
  const numberOf = database
    .prepare<Identity, number>(
      "SELECT number FROM signal WHERE machine_id = @machineId AND signal_id = @signalId",
    )
    .pluck();
  const addText = database.prepare(
    `INSERT INTO text_value (signal, source_us, arrived_us, status, text)
     VALUES (@signal, @sourceUs, @arrivedUs, @status, @text)`,
  );
  const mark = database.prepare<[string], number>("SELECT value FROM mark WHERE name = ?").pluck();
  const setMark = database.prepare(
    "INSERT INTO mark VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  return {
    register(identity: Identity): number {
      register.run(identity);
      const number = numberOf.get(identity);
      if (number === undefined) throw new StoreError("unusable", "A signal was given no number");
      return number;
    },
    addText: (text: Text) =>
      void addText.run({ ...text, sourceUs: Number.isNaN(text.sourceUs) ? null : text.sourceUs }),
    mark: (name: string) => mark.get(name),
    setMark: (name: string, value: number) => void setMark.run(name, value),
  };
}
