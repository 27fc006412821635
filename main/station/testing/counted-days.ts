import type { Draft, RecordedEvent } from "../../../shared/domain/event.ts";
import { evolveAll } from "../../../shared/domain/evolve.ts";
import { type MachineMapping, machineMappingSchema } from "../../../shared/domain/machines/mapping.ts";
import { packMlStates } from "../../../shared/domain/machines/state-maps.ts";
import { emptyState, type StationState } from "../../../shared/domain/station-state.ts";
import { eventIdOf } from "../../../shared/domain/testing/history.ts";
import { sampleMasterData, WORK_UNIT } from "../../../shared/domain/testing/sample-plant.ts";
import type { Instant } from "../../../shared/lib/clock.ts";
import type { MachineSignal } from "../work/machine-signal.ts";
import { MachineTrack } from "../work/machine-track.ts";

const HOUR_MS = 3_600_000;
const ROLLOVER = 65_536;
const START_MS = Date.parse("2026-11-23T06:00:00.000Z");

const pressMapping: MachineMapping = machineMappingSchema.parse({
  machineId: "press",
  name: "Press",
  workUnit: WORK_UNIT,
  endpointUrl: "opc.tcp://press:4840",
  signals: [
    { signalId: "state", node: "nsu=urn:press;s=State", meaning: "state", stateMap: packMlStates },
    ...(["total", "scrap"] as const).map((kind) => ({
      signalId: kind,
      node: `nsu=urn:press;s=${kind}`,
      meaning: `count-${kind}`,
      count: { rolloverAt: ROLLOVER, maxCountsPerSecond: 5 },
    })),
  ],
});

type Cut = "none" | "queued" | "session-lost";

/**
 * Days of a press and of the station that counts it, in simulated time: the machine writes its own books, the way to it
 * is cut, its counters and its clock are reset, values come twice and out of turn, the disk fills up, the station is
 * killed. Only what nobody could know is left out: a reset while the server itself keeps no queue.
 */
export class CountedDays {
  readonly written = { made: 0, scrap: 0 };
  readonly told: Record<string, number> = {};
  state: StationState = emptyState();
  readonly #random: () => number;
  #counters = { total: 64_000, scrap: 65_500 };
  #queue: MachineSignal[] = [];
  /** Of the last delivery: the total, and whether the machine's times still go on from it. */
  #told = { total: 0, isTimed: true };
  #nowMs = 0;
  #wallOffsetMs = 0;
  #sourceOffsetMs = 0;
  #events = 0;
  #cut: Cut = "none";
  #cutUntilMs = 0;
  #diskFullUntilMs = 0;
  #aliveAt: Instant | undefined;
  #track: MachineTrack;

  constructor(random: () => number) {
    this.#random = random;
    this.#record([
      {
        type: "order.started",
        jobOrder: "4711",
        payload: { countAuthority: "machine", plannedQuantity: 600 },
      },
    ]);
    this.#track = this.#start();
    this.#sample();
    this.#deliver();
  }

  /** Lets hours pass with faults, then a minute without any, so that what is on its way arrives. */
  run(hours: number): void {
    const endMs = this.#nowMs + hours * HOUR_MS;
    while (this.#nowMs < endMs) this.#step(true);
    this.#cutUntilMs = 0;
    this.#diskFullUntilMs = 0;
    for (let quiet = 0; quiet < 20; quiet += 1) this.#step(false);
  }

  /** Sums of the events, as MES and screens add them up. */
  get counted(): { readonly made: number; readonly scrap: number } {
    const order = this.state.jobOrder.get("4711");
    return { made: order?.counted ?? Number.NaN, scrap: order?.scrap ?? Number.NaN };
  }

  #step(withFaults: boolean): void {
    this.#nowMs += 1_000 + Math.floor(this.#random() * 9_000);
    if (withFaults) this.#fault();
    if (this.#chance(0.6)) this.#make();
    if (this.#cut !== "none" && this.#nowMs >= this.#cutUntilMs) this.#heal();
    if (this.#cut === "none") this.#deliver();
    this.#tick();
  }

  #make(): void {
    const made = Math.floor(this.#random() * 5);
    const scrap = made > 0 && this.#chance(0.1) ? 1 : 0;
    this.written.made += made;
    this.written.scrap += scrap;
    const { total, scrap: bad } = this.#counters;
    this.#counters = { total: (total + made) % ROLLOVER, scrap: (bad + scrap) % ROLLOVER };
    this.#sample();
  }

  #fault(): void {
    if (this.#chance(0.002))
      this.#note("source clock", () => {
        this.#sourceOffsetMs += this.#jumpMs();
        this.#told.isTimed = false;
      });
    if (this.#chance(0.002)) this.#note("wall clock", () => (this.#wallOffsetMs += this.#jumpMs()));
    if (this.#chance(0.002) && this.#diskFullUntilMs < this.#nowMs) {
      this.#note("disk full", () => (this.#diskFullUntilMs = this.#nowMs + this.#random() * 600_000));
    }
    if (this.#chance(0.001) && this.#cut === "none" && !this.#isFull()) {
      this.#note("station killed", () => this.#kill());
    }
    if (this.#chance(0.01) && this.#cut === "none") this.#startCut();
    if (this.#chance(0.003) && this.#cut !== "session-lost" && !this.#isFull() && !this.#nearWrap()) {
      this.#note("reset", () => {
        this.#counters = { total: 0, scrap: 0 };
        this.#sample();
      });
    }
  }

  #startCut(): void {
    this.#cut = this.#chance(0.5) ? "queued" : "session-lost";
    this.#note(this.#cut, () => (this.#cutUntilMs = this.#nowMs + this.#random() * 900_000));
    this.#track.observe({ kind: "link", atMs: this.#nowMs, isUp: false });
  }

  #heal(): void {
    // A new session begins with the present values; what the old one had queued is gone.
    if (this.#cut === "session-lost") {
      this.#queue = [];
      this.#sample();
    }
    this.#cut = "none";
  }

  /** The station dies without a word and comes back; what it had not read, the machine's next values hold. */
  #kill(): void {
    this.#nowMs += 5_000 + this.#random() * 60_000;
    this.#queue = [];
    this.#track = this.#start();
    this.#sample();
  }

  #sample(): void {
    const sourceUtc = new Date(START_MS + this.#nowMs + this.#sourceOffsetMs).toISOString();
    const { total, scrap } = this.#counters;
    const rest = { statusCode: 0, sourceUtc, serverUtc: sourceUtc };
    this.#queue.push({ signalId: "state", value: 6, ...rest });
    this.#queue.push(
      { signalId: "total", value: total, ...rest },
      { signalId: "scrap", value: scrap, ...rest },
    );
  }

  #deliver(): void {
    const batch = this.#queue;
    this.#queue = [];
    if (batch.length === 0) return;
    this.#track.take(this.#disturbed(batch));
    this.#track.settle();
  }

  /** Bad values in between, the last one once more, two of one counter out of turn. */
  #disturbed(batch: readonly MachineSignal[]): readonly MachineSignal[] {
    const sent = [...batch];
    if (this.#chance(0.05)) {
      this.#note("bad value", () =>
        sent.push({ ...sent[0], value: 0, statusCode: 0x80310000 } as MachineSignal),
      );
    }
    if (this.#chance(0.05)) this.#note("sent twice", () => sent.push(...batch.slice(-3)));
    const [first, second] = [sent[1], sent[4]];
    const canTell = this.#told.isTimed && this.#told.total <= Number(first?.value);
    this.#told = { total: Number(batch.at(-2)?.value), isTimed: true };
    if (this.#chance(0.2) && canTell && first !== undefined && isOrderly(first, second)) {
      this.#note("out of turn", () => sent.splice(0, 6, ...sent.slice(3, 6), ...sent.slice(0, 3)));
    }
    return sent;
  }

  #tick(): void {
    const atMs = this.#nowMs;
    this.#track.observe({ kind: "order", atMs, order: "running", cycleMs: 10_000 });
    this.#track.settle();
    if (!this.#isFull()) this.#aliveAt = this.#now();
  }

  #start(): MachineTrack {
    return new MachineTrack({
      mapping: pressMapping,
      workUnits: [WORK_UNIT],
      state: () => this.state,
      master: () => ({ ...sampleMasterData, tool: new Map() }),
      book: (drafts) => !this.#isFull() && this.#record(drafts),
      now: () => this.#now(),
      alive: this.#aliveAt,
      isPlanned: true,
    });
  }

  #record(drafts: readonly Draft[]): boolean {
    const events = drafts.map((draft): RecordedEvent => {
      this.#events += 1;
      const eventId = eventIdOf(this.#events);
      return { workUnit: WORK_UNIT, ...draft, eventId, actor: null, at: this.#now() };
    });
    this.state = evolveAll(this.state, events).state;
    return true;
  }

  #now(): Instant {
    return {
      atUtc: new Date(START_MS + this.#nowMs + this.#wallOffsetMs).toISOString(),
      monoNs: String(BigInt(Math.round(this.#nowMs)) * 1_000_000n),
      bootId: "boot-1",
      clockState: "trusted",
    };
  }

  /** A reset just before a wrap looks like the wrap: no reading tells them apart. */
  #nearWrap(): boolean {
    return Object.values(this.#counters).some((counter) => counter > ROLLOVER - 500);
  }

  #isFull(): boolean {
    return this.#nowMs < this.#diskFullUntilMs;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #jumpMs(): number {
    return Math.round((this.#random() - 0.5) * 48 * HOUR_MS);
  }

  #note(what: string, happen: () => void): void {
    this.told[what] = (this.told[what] ?? 0) + 1;
    happen();
  }
}

/** No reset and no jump of the clock between the two: else nobody could tell which one was first. */
function isOrderly(first: MachineSignal, second: MachineSignal | undefined): boolean {
  if (second === undefined) return false;
  const inTime = Date.parse(first.sourceUtc ?? "") < Date.parse(second.sourceUtc ?? "");
  return inTime && Number(first.value) <= Number(second.value);
}
