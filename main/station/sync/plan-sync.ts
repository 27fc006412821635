import { type Handshake, type Head, PROTOCOL_VERSION } from "../../../shared/protocol/messages.ts";
import type { MesIdentity } from "./sync-ports.ts";

/** Both sides of one epoch, side by side. */
export interface SyncSituation {
  readonly local: Head;
  readonly acknowledged: Head;
  /** New entries still go into this epoch. */
  readonly isCurrent: boolean;
  /** Own hash at the sequence that the MES named; undefined when this station holds no such entry. */
  readonly ownHashAtMesHead: string | undefined;
  readonly identity: MesIdentity | null;
  readonly handshake: Handshake;
}

export type StopReason = "unknown-mes" | "fork" | "unsupported-protocol";

export type SyncPlan =
  | { readonly kind: "send" }
  | { readonly kind: "rewind"; readonly to: Head }
  | { readonly kind: "open-epoch"; readonly previous: Head }
  | { readonly kind: "caught-up" }
  | { readonly kind: "stop"; readonly reason: StopReason };

/**
 * What one handshake means for one epoch (I-11). A handshake never confirms anything: entries that the MES already holds
 * are sent again, because only the answer to that carries their verdicts.
 */
export function planSync(situation: SyncSituation): SyncPlan {
  const { local, acknowledged, handshake, identity } = situation;
  const mesHead = handshake.head;
  if (identity !== null && identity.mesId !== handshake.mesId) return stop("unknown-mes");
  if (handshake.protocolVersion < PROTOCOL_VERSION) return stop("unsupported-protocol");
  if (mesHead.seq > local.seq) return planBehindMes(situation);
  if (situation.ownHashAtMesHead !== mesHead.hash) return stop("fork");
  if (mesHead.seq < acknowledged.seq) return { kind: "rewind", to: mesHead };
  return acknowledged.seq < local.seq ? { kind: "send" } : { kind: "caught-up" };
}

/**
 * This station was rolled back. New bookings must not collide with what the MES holds, so the epoch ends first; what of
 * it was never confirmed is then sent: the MES calls it duplicate, or fork if it was made after the roll-back.
 */
function planBehindMes({ local, acknowledged, handshake, isCurrent }: SyncSituation): SyncPlan {
  if (isCurrent) return { kind: "open-epoch", previous: handshake.head };
  return acknowledged.seq < local.seq ? { kind: "send" } : { kind: "caught-up" };
}

function stop(reason: StopReason): SyncPlan {
  return { kind: "stop", reason };
}
