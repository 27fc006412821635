import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Clock } from "../../../shared/lib/clock.ts";
import { type ComposedStation, composeAtWork, composeStation } from "../testing/composed-station.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";

/** A clock whose three hands are set by the test. */
function handClock() {
  const hands = { wallMs: Date.UTC(2026, 10, 23, 6), monoMs: 5_000, bootId: "boot-1" };
  const clock: Clock = {
    now: () => ({
      atUtc: new Date(hands.wallMs).toISOString(),
      monoNs: String(BigInt(hands.monoMs) * 1_000_000n),
      bootId: hands.bootId,
      clockState: "trusted",
    }),
  };
  return { hands, clock };
}

async function tryPin(composed: ComposedStation, personId: string, pin: string): Promise<string> {
  const answer = await composed.station.services.signIn({ intentId: randomUUID(), personId, pin });
  return answer.ok ? "in" : answer.refusal.code;
}

async function tryWrong(composed: ComposedStation, personId: string, count: number): Promise<void> {
  for (let tried = 0; tried < count; tried += 1)
    expect(await tryPin(composed, personId, "9999")).toBe("wrong-pin");
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

  test("D1 where a try cannot be counted no PIN is compared", async () => {
    const composed = composeAtWork(temporaryFolder());
    onTestFinished(() => composed.close());
    composed.open.database.exec("DROP TABLE pin_guard");
    await expect(tryPin(composed, "P-1002", "1234")).rejects.toThrow(/Cannot save the tries of PINs/);
    expect(composed.station.services.screen().people.signedIn).toHaveLength(1);
  });
});
