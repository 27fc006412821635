import { z } from "zod";
import type { Instant } from "../../../shared/lib/clock.ts";
import { durationBetween } from "../../../shared/lib/duration.ts";
import type { JournalStore } from "../store/journal-store.ts";

/** How much of a standstill of the station may be taken for a time in which it still heard its machines. */
const EVERY_MS = 60_000;
const SETTING = "alive";

const instantSchema = z.object({
  atUtc: z.iso.datetime(),
  monoNs: z.string().regex(/^\d+$/),
  bootId: z.string(),
  clockState: z.enum(["trusted", "unknown"]),
});

export interface AliveKeeper {
  /** When the station was last known to be there, before this start; undefined: it never was. */
  readonly last: Instant | undefined;
  /** Saves, at most once a minute, that it is there now. @throws what the write throws */
  beat(now: Instant): void;
}

/** Remembers until when the station was there: afterwards nobody knows what the machines did. */
export function createAliveKeeper(store: JournalStore): AliveKeeper {
  let saved: Instant | undefined;
  return {
    last: newest(fromSetting(store.setting(SETTING)), lastEntryOf(store)),
    beat(now) {
      if (saved !== undefined && durationBetween(saved, now).ms < EVERY_MS) return;
      saved = now;
      store.saveSetting(SETTING, JSON.stringify(now));
    },
  };
}

function fromSetting(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  return instantSchema.safeParse(JSON.parse(text)).data;
}

function lastEntryOf(store: JournalStore): Instant | undefined {
  const head = store.epochs().at(-1);
  if (head === undefined) return undefined;
  const [entry] = store.entriesAfter(head.epoch, head.seq - 1, 1);
  if (entry === undefined) return undefined;
  const { atUtc, monoNs, bootId, clockState } = entry;
  return { atUtc, monoNs, bootId, clockState };
}

function newest(left: Instant | undefined, right: Instant | undefined): Instant | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  // Within one boot nobody can set the clock by which they are compared.
  if (left.bootId === right.bootId) return BigInt(left.monoNs) > BigInt(right.monoNs) ? left : right;
  return Date.parse(left.atUtc) > Date.parse(right.atUtc) ? left : right;
}
