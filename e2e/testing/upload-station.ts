import { createHash, randomUUID } from "node:crypto";
import type { EventPayload, EventType } from "../../shared/domain/event.ts";
import { eventVersion } from "../../shared/domain/event-versions.ts";
import type { Sha256 } from "../../shared/lib/ids.ts";
import { chainHash } from "../../shared/protocol/chain.ts";
import { GENESIS_HASH, type JournalEntry, type UnsealedEntry } from "../../shared/protocol/journal-entry.ts";
import { PROTOCOL_VERSION } from "../../shared/protocol/messages.ts";
import {
  type RollupUpload,
  rollupAnswerSchema,
  type SentMachine,
} from "../../shared/protocol/signal-messages.ts";
import type { TrialMes } from "./trial-mes.ts";

const sha256: Sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

type Order = string | null;

/** What happened at the trial station: an event of a person or the machine, on an order or on none. */
export interface Happening<Type extends EventType = EventType> {
  readonly type: Type;
  readonly payload: EventPayload<Type>;
  readonly jobOrder: Order;
  /** personId; null for the machine. */
  readonly actor: string | null;
}

interface Sender {
  readonly stationId: string;
  readonly workUnit: string;
  readonly token: string;
}

/** Signals of machines as they come up beside the journal. */
export type SentSignals = Partial<Pick<RollupUpload, "series" | "gaps">> & {
  readonly machines: readonly SentMachine[];
};

/** Speaks to the MES as a station does: an unbroken journal, uploaded in batches, and an open directive stream. */
export interface UploadStation {
  upload(...happenings: readonly Happening[]): Promise<void>;
  uploadSignals(signals: SentSignals): Promise<void>;
  /** Opens the directive stream: from now on the station is in contact. */
  connect(): Promise<void>;
  disconnect(): void;
}

export function uploadStation(
  mes: TrialMes,
  { stationId, workUnit, token }: Sender = {
    ...{ stationId: "WS-14", workUnit: "CNC-2", token: mes.stationToken },
  },
): UploadStation {
  const epoch = randomUUID();
  const authorization = { authorization: `Bearer ${token}` };
  const address = `${mes.url}/api/v1/stations/${stationId}`;
  let last = { seq: 0, hash: GENESIS_HASH };
  let signals = { afterRevision: 0, upTo: 0 };
  let contact: AbortController | undefined;
  return {
    upload: async (...happenings) => {
      const after = last;
      const events = happenings.map((happening) => {
        const entry = seal(happening, { epoch, seq: last.seq + 1, prevHash: last.hash, workUnit });
        last = entry;
        return entry;
      });
      const body = {
        protocolVersion: PROTOCOL_VERSION,
        epoch,
        afterSeq: after.seq,
        afterHash: after.hash,
        events,
      };
      const response = await fetch(`${address}/journal`, {
        method: "POST",
        headers: { ...authorization, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`Upload answered ${response.status}: ${await response.text()}`);
    },
    uploadSignals: async ({ machines, series = [], gaps = [] }) => {
      const upTo = signals.upTo + 1;
      const body: RollupUpload = {
        ...{ protocolVersion: PROTOCOL_VERSION, storeId: epoch, ...signals, upTo },
        ...{ machines: [...machines], series, gaps },
      };
      const headers = { ...authorization, "content-type": "application/json" };
      const request = { method: "POST", headers, body: JSON.stringify(body) };
      const answer = rollupAnswerSchema.parse(await (await fetch(`${address}/rollups`, request)).json());
      if (!answer.taken) throw new Error("The roll-ups were not taken");
      signals = { afterRevision: answer.revision, upTo };
    },
    connect: async () => {
      contact = new AbortController();
      const response = await fetch(`${address}/stream`, { headers: authorization, signal: contact.signal });
      if (!response.ok) throw new Error(`Stream answered ${response.status}`);
      void readUntilClosed(response);
    },
    disconnect: () => contact?.abort(),
  };
}

/** A stream that nobody reads is taken for forgotten and closed. */
async function readUntilClosed(response: Response): Promise<void> {
  try {
    for await (const _ of response.body ?? []);
  } catch {
    // Cut by disconnect() or by the MES going away: both are what the tests are about.
  }
}

type Place = Pick<UnsealedEntry, "epoch" | "seq" | "prevHash" | "workUnit">;

function seal(happening: Happening, place: Place): JournalEntry {
  const eventId = randomUUID();
  const entry: UnsealedEntry = {
    ...place,
    eventId,
    intentId: eventId,
    type: happening.type,
    version: eventVersion(happening.type),
    atUtc: new Date().toISOString(),
    monoNs: String(process.hrtime.bigint()),
    bootId: "e2e",
    mesOffsetMs: 0,
    clockState: "trusted",
    actor: happening.actor,
    auth: happening.actor === null ? "machine" : "badge",
    jobOrder: happening.jobOrder,
    payload: JSON.stringify(happening.payload),
  };
  return { ...entry, hash: chainHash(entry, sha256) };
}
