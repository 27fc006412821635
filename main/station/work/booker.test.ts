import { describe, expect, test } from "vitest";
import type { Draft } from "../../../shared/domain/event.ts";
import type { Recorder } from "../record/recorder.ts";
import { type Booker, createBooker, type WriteFault } from "./booker.ts";
import { freshMemory, type StationMemory } from "./memory.ts";
import { createStorageGuard } from "./storage-guard.ts";

const help: Draft = { type: "help.called", jobOrder: null, payload: { category: "lead" } };
const leaving: Draft = { type: "person.signed-out", jobOrder: null, payload: { personId: "P-1001" } };
const origin = { intentId: "i", actor: { personId: null, auth: "station" } } as const;

class DiskFault extends Error {
  readonly fault: WriteFault;
  constructor(fault: WriteFault) {
    super(fault);
    this.fault = fault;
  }
}

/** A disk on which each write meets the next of these faults; without one it succeeds. */
function bench(faults: (WriteFault | undefined)[], hasRoom: () => boolean) {
  const seen = { writes: 0, distrusted: 0, released: 0 };
  const release = (): void => {
    seen.released += 1;
  };
  const distrust = (): void => {
    seen.distrusted += 1;
  };
  const memory: StationMemory = freshMemory();
  const record: Recorder["record"] = () => {
    seen.writes += 1;
    const fault = faults.shift();
    if (fault !== undefined) throw new DiskFault(fault);
    return { eventId: `e-${seen.writes}`, repeated: false };
  };
  const writeFault = (error: unknown) => (error instanceof DiskFault ? error.fault : undefined);
  const reserve = { hold: hasRoom, release };
  const log = { warn: () => undefined };
  const storage = createStorageGuard({
    memory,
    reserve,
    isFull: (error) => writeFault(error) === "full",
    log,
  });
  const recorder = { record } as Recorder;
  const booker: Booker = createBooker({
    recorder,
    storage,
    writeFault,
    distrust,
  });
  return { booker, seen, memory };
}

const refusedWith = (code: string) => ({ ok: false, refusal: { code } });

describe("booking on a bad disk", () => {
  test("D3 after one failed flush nothing is written any more in this run, not even what would succeed", () => {
    const { booker, seen } = bench(["suspect"], () => true);
    expect(booker.book([help], origin)).toMatchObject(refusedWith("storage-failed"));
    expect(booker.book([help], origin)).toMatchObject(refusedWith("storage-failed"));
    expect(booker.book([leaving], origin)).toMatchObject(refusedWith("storage-failed"));
    expect(seen).toMatchObject({ writes: 1, distrusted: 1 });
  });

  test("D1 while the disk is full bookings are refused without a try, leaving goes on", () => {
    const { booker, seen } = bench(["full"], () => false);
    expect(booker.book([help], origin)).toMatchObject(refusedWith("storage-full"));
    expect(booker.book([help], origin)).toMatchObject(refusedWith("storage-full"));
    expect(booker.book([leaving], origin)).toMatchObject({ ok: true });
    expect(seen).toMatchObject({ writes: 2, released: 1 });
  });

  test("D1 AK-4 what a machine said to an acknowledgement is booked on a full disk too", () => {
    const { booker, memory } = bench(["full"], () => false);
    const payload = {
      acknowledgedEventId: "e",
      machineId: "m",
      alarmId: "a",
      outcome: "denied",
      status: null,
    } as const;
    const answered: Draft = { type: "alarm.acknowledgement-answered", jobOrder: null, payload };
    expect(booker.book([answered], origin)).toMatchObject({ ok: true });
    expect(memory.storageFull).toBe(true);
    expect(booker.book([answered], origin)).toMatchObject({ ok: true });
  });

  test("D1 who leaves when the disk is found full leaves at the first try", () => {
    const { booker, seen } = bench(["full"], () => false);
    expect(booker.book([leaving], origin)).toMatchObject({ ok: true });
    expect(seen).toMatchObject({ writes: 2, released: 1 });
  });

  test("D1 with even the reserve used up leaving is refused as well, and told so", () => {
    const { booker } = bench(["full", "full"], () => false);
    expect(booker.book([leaving], origin)).toMatchObject(refusedWith("storage-full"));
  });

  test("D1 as soon as there is room again booking goes on", () => {
    const room = [false, true];
    const { booker, memory } = bench(["full"], () => room.shift() ?? true);
    expect(booker.book([help], origin)).toMatchObject(refusedWith("storage-full"));
    expect(booker.book([help], origin)).toMatchObject(refusedWith("storage-full"));
    expect(booker.book([help], origin)).toMatchObject({ ok: true });
    expect(memory.storageFull).toBe(false);
  });
});
