import { unreachable } from "../../../shared/lib/unreachable.ts";
import type { Handshake, Head } from "../../../shared/protocol/messages.ts";
import { estimateMesOffsetMs } from "./estimate-mes-offset.ts";
import { MesError } from "./mes-error.ts";
import { planSync, type StopReason } from "./plan-sync.ts";
import type { SyncParts } from "./sync-parts.ts";
import type { MesIdentity } from "./sync-ports.ts";

export type Connection =
  | { readonly kind: "connected"; readonly identity: MesIdentity; readonly directiveSeq: number }
  | { readonly kind: "stopped"; readonly reason: StopReason };

export interface ConnectOptions {
  readonly signal: AbortSignal;
  /** Applies the whole directive log of a MES whose database is another one than before. */
  readonly refillDirectives: (identity: MesIdentity, signal: AbortSignal) => Promise<void>;
}

/**
 * Handshake for every epoch that may still matter, oldest first, and what follows from each before anything is sent:
 * rewind, a new epoch, or stop (I-11).
 *
 * @throws MesError
 */
export async function connect(parts: SyncParts, options: ConnectOptions): Promise<Connection> {
  const greeted = new Set<string>();
  let last: Handshake | undefined;
  for (let local = nextEpoch(parts, greeted); local !== undefined; local = nextEpoch(parts, greeted)) {
    const handshake = await greet(parts, local.epoch, options.signal);
    const reason = await settleEpoch(parts, handshake, options);
    if (reason !== undefined) return { kind: "stopped", reason };
    greeted.add(local.epoch);
    last = handshake;
  }
  if (last === undefined)
    throw new Error("The outbox has no epoch; the recorder opens one before sync starts");
  return {
    kind: "connected",
    identity: { mesId: last.mesId, mesEpoch: last.mesEpoch },
    directiveSeq: last.directiveSeq,
  };
}

function nextEpoch(parts: SyncParts, greeted: ReadonlySet<string>): Head | undefined {
  return parts.outbox.epochs().find((head) => !greeted.has(head.epoch));
}

async function greet(parts: SyncParts, epoch: string, signal: AbortSignal): Promise<Handshake> {
  const sent = parts.clock.now();
  const handshake = await parts.client.handshake(epoch, signal);
  signal.throwIfAborted();
  const received = parts.clock.now();
  if (handshake.head.epoch !== epoch) throw new MesError("not-mes", "The handshake names another epoch");
  const offsetMs = estimateMesOffsetMs(sent, received, handshake.mesTimeUtc);
  const mesOffset = offsetMs === undefined ? null : { offsetMs, at: received };
  parts.board.update({ lastContactUtc: received.atUtc, mesOffset });
  return handshake;
}

async function settleEpoch(
  parts: SyncParts,
  handshake: Handshake,
  options: ConnectOptions,
): Promise<StopReason | undefined> {
  // Read again: bookings went on while the handshake was under way.
  const epochs = parts.outbox.epochs();
  const local = epochs.find((head) => head.epoch === handshake.head.epoch);
  if (local === undefined) return undefined;
  const plan = planSync({
    local,
    acknowledged: parts.outbox.acknowledged(local.epoch),
    isCurrent: epochs.at(-1)?.epoch === local.epoch,
    ownHashAtMesHead: parts.outbox.hashAt(local.epoch, handshake.head.seq),
    identity: parts.outbox.mesIdentity(),
    handshake,
  });
  if (plan.kind === "stop") return plan.reason;
  await settleIdentity(parts, handshake, options);
  switch (plan.kind) {
    case "rewind":
      parts.log.warn({ head: plan.to }, "MES holds less than it confirmed: sending again from its head");
      parts.outbox.rewind(plan.to);
      return undefined;
    case "open-epoch":
      openEpoch(parts, plan.previous);
      return undefined;
    case "send":
    case "caught-up":
      return undefined;
    default:
      return unreachable(plan);
  }
}

/** The new identity is saved last: a kill before it repeats the refill, never skips it. */
async function settleIdentity(
  parts: SyncParts,
  handshake: Handshake,
  options: ConnectOptions,
): Promise<void> {
  const known = parts.outbox.mesIdentity();
  const identity = { mesId: handshake.mesId, mesEpoch: handshake.mesEpoch };
  if (known?.mesEpoch === identity.mesEpoch) return;
  if (known !== null) {
    parts.log.warn(
      { ...identity },
      "MES database was restored or replaced: taking its directives from the beginning",
    );
    await options.refillDirectives(identity, options.signal);
  }
  parts.outbox.saveMesIdentity(identity);
}

function openEpoch(parts: SyncParts, previous: Head): void {
  const epoch = parts.outbox.openEpoch("mes-ahead", previous);
  parts.log.warn({ previous, epoch }, "MES holds entries that this station has lost: a new epoch was opened");
}
