import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Clock } from "../../../shared/lib/clock.ts";
import { openStore } from "../store/open-store.ts";
import { type ComposedStation, composeAtWork, composeStation } from "../testing/composed-station.ts";
import { demoDirectives } from "../testing/demo-master-data.ts";
import { handClock } from "../testing/hand-clock.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

async function tryPin(composed: ComposedStation, personId: string, pin: string): Promise<string> {
  const answer = await composed.station.services.signIn({ intentId: randomUUID(), personId, pin });
  return answer.ok ? "in" : answer.refusal.code;
}

async function tryWrong(composed: ComposedStation, personId: string, count: number): Promise<void> {
  for (let tried = 0; tried < count; tried += 1)
    expect(await tryPin(composed, personId, "9999")).toBe("wrong-pin");
}

/** At work with B. Kaya's PIN tried wrongly 99 times in a row before. */
function afterManyTries(folder: string, clock: Clock): ComposedStation {
  const open = openStore(folder);
  open.store.applyDirectives(demoDirectives(), "2026-11-23T05:00:00.000Z");
  const { pinHash = null } = open.store.masterData().person.get("P-1002") ?? {};
  open.store.savePinGuards(new Map([["P-1002", { triesInARow: 99, lastTry: clock.now(), pinHash }]]));
  open.close();
  return composeAtWork(folder, { clock });
}

const pausedUntil = ({ station }: ComposedStation) => station.services.screen().people.pinPausedUntilUtc;

describe("L1 limits of PIN tries", () => {
  test("a pause outlives a kill, and the rest of it is the same to the millisecond", async () => {
    const { hands, clock } = handClock();
    const folder = temporaryFolder();
    const before = composeAtWork(folder, { clock });
    await tryWrong(before, "P-1002", 5);
    before.abandon();

    hands.monoMs += 59_999;
    hands.wallMs += 365 * 86_400_000; // a wall clock put forward helps nobody
    const after = composeStation(folder, { clock });
    onTestFinished(() => after.close());
    expect(await tryPin(after, "P-1002", "1234")).toBe("pin-paused");
    expect(pausedUntil(after)).toBe(new Date(hands.wallMs + 1).toISOString());
    hands.monoMs += 1;
    expect(pausedUntil(after)).toBeNull();
    expect(await tryPin(after, "P-1002", "1234")).toBe("in");
  });

  test("tries before a kill count with those after it", async () => {
    const { clock } = handClock();
    const folder = temporaryFolder();
    const before = composeAtWork(folder, { clock });
    await tryWrong(before, "P-1002", 4);
    before.abandon();
    const after = composeStation(folder, { clock });
    onTestFinished(() => after.close());
    await tryWrong(after, "P-1002", 1);
    expect(await tryPin(after, "P-1002", "1234")).toBe("pin-paused");
  });

  test("a boot begins the pause anew, whatever the wall clock says", async () => {
    const { hands, clock } = handClock();
    const folder = temporaryFolder();
    const before = composeAtWork(folder, { clock });
    await tryWrong(before, "P-1002", 5);
    before.abandon();
    Object.assign(hands, { bootId: "boot-2", monoMs: 10, wallMs: hands.wallMs + 86_400_000 });
    const after = composeStation(folder, { clock });
    onTestFinished(() => after.close());
    hands.monoMs += 59_999;
    expect(await tryPin(after, "P-1002", "1234")).toBe("pin-paused");
    hands.monoMs += 1;
    expect(await tryPin(after, "P-1002", "1234")).toBe("in");
  });

  test("a try counts before its PIN is compared: killed in between, it is spent", async () => {
    const { clock } = handClock();
    const folder = temporaryFolder();
    const before = composeAtWork(folder, { clock });
    const tried = Array.from({ length: 5 }, () => tryPin(before, "P-1002", "9999"));
    await Promise.all(tried.slice(0, 4));
    await Promise.resolve(); // the fifth is under way now
    before.abandon();
    await Promise.allSettled(tried);
    const after = composeStation(folder, { clock });
    onTestFinished(() => after.close());
    expect(await tryPin(after, "P-1002", "1234")).toBe("pin-paused");
  });

  test("the own right PIN forgives no tries of another person's", async () => {
    const { clock } = handClock();
    const composed = composeAtWork(temporaryFolder(), { clock });
    onTestFinished(() => composed.close());
    await tryWrong(composed, "P-1002", 4);
    expect(await tryPin(composed, "P-1004", "1234")).toBe("in");
    await tryWrong(composed, "P-1002", 1);
    expect(await tryPin(composed, "P-1004", "1234")).toBe("in");
    expect(await tryPin(composed, "P-1002", "1234")).toBe("pin-paused");
    expect(composed.station.scans.scan("BG1002", "scanner")).toMatchObject({ outcome: "signed-in" });
  });

  test("one PIN tried on everybody pauses the terminal", async () => {
    const { clock } = handClock();
    const composed = composeAtWork(temporaryFolder(), { clock });
    onTestFinished(() => composed.close());
    await tryWrong(composed, "P-1001", 2);
    await tryWrong(composed, "P-1002", 2);
    await tryWrong(composed, "P-1003", 1);
    expect(await tryPin(composed, "P-1004", "1234")).toBe("pin-paused");
    expect(pausedUntil(composed)).not.toBeNull();
  });

  test("after a hundred in a row only the badge helps, also after a restart and whatever the clocks say", async () => {
    const { hands, clock } = handClock();
    const folder = temporaryFolder();
    const before = afterManyTries(folder, clock);
    await tryWrong(before, "P-1002", 1);
    expect(await tryPin(before, "P-1002", "1234")).toBe("pin-locked");
    before.abandon();
    hands.wallMs += 365 * 86_400_000;
    hands.monoMs += 86_400_000;
    const after = composeStation(folder, { clock });
    onTestFinished(() => after.close());
    expect(await tryPin(after, "P-1002", "1234")).toBe("pin-locked");
    expect(await tryPin(after, "P-1004", "1234")).toBe("in");
    const shown = after.station.services.screen().people.known.filter(({ pinLocked }) => pinLocked);
    expect(shown.map(({ personId }) => personId)).toEqual(["P-1002"]);
    expect(after.station.scans.scan("BG1002", "scanner")).toMatchObject({ outcome: "signed-in" });
  });

  test("a lead unlocks the PIN of somebody who is here by badge, and the journal says who did", async () => {
    const { clock } = handClock();
    const composed = afterManyTries(temporaryFolder(), clock);
    onTestFinished(() => composed.close());
    await tryWrong(composed, "P-1002", 1);
    const unlock = () =>
      composed.station.services.commands.execute("session.unlockPin", {
        intentId: randomUUID(),
        personId: "P-1002",
      });
    expect(unlock()).toMatchObject({ refusal: { code: "lead-only" } });
    composed.station.scans.scan("BG1003", "scanner");
    expect(unlock()).toMatchObject({ refusal: { code: "pin-not-locked" } });
    composed.station.scans.scan("BG1002", "scanner");
    composed.station.scans.scan("BG1003", "scanner");
    expect(unlock()).toMatchObject({ ok: true });
    expect(await tryPin(composed, "P-1002", "1234")).toBe("in");
    const [epoch] = composed.open.store.epochs();
    const entries = composed.open.store.entriesAfter(epoch?.epoch ?? "", 0, 100);
    expect(entries.filter(({ type }) => type === "person.pin-unlocked")).toMatchObject([{ actor: "P-1003" }]);
  });

  test("another PIN from the MES is not locked by the tries of the one before", async () => {
    const { hands, clock } = handClock();
    const composed = afterManyTries(temporaryFolder(), clock);
    onTestFinished(() => composed.close());
    await tryWrong(composed, "P-1002", 1);
    const { store } = composed.open;
    const body = { ...store.masterData().person.get("P-1002"), pinHash: "$argon2id$another" };
    const atUtc = "2026-11-23T05:00:00.000Z";
    store.applyDirectives([{ seq: 9_999, atUtc, kind: "person", id: "P-1002", body }], atUtc);
    composed.station.masterDataChanged();
    hands.monoMs += 900_000; // the terminal's own pause
    expect(await tryPin(composed, "P-1002", "9999")).toBe("wrong-pin");
  });

  test("D1 where a try cannot be counted no PIN is compared", async () => {
    const composed = composeAtWork(temporaryFolder());
    onTestFinished(() => composed.close());
    composed.open.database.exec("DROP TABLE pin_guard");
    await expect(tryPin(composed, "P-1002", "1234")).rejects.toThrow(/Cannot save the tries of PINs/);
    expect(composed.station.services.screen().people.signedIn).toHaveLength(1);
  });
});
