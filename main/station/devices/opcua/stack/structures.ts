import { BinaryStream } from "node-opcua-binary-stream";
import {
  AttributeIds,
  type ClientSession,
  type ExtraDataTypeManager,
  getExtensionObjectConstructor,
  getExtraDataTypeManager,
  NodeId,
} from "node-opcua-client";
import type { ReceivedValue } from "../data-value.ts";
import type { WatchedSignal } from "../machine-endpoint.ts";
import { fieldSteps, isUndecoded, pickedField } from "../picked-field.ts";

export interface LocatedSignal {
  readonly signal: WatchedSignal;
  /** With the index its namespace has in this session. */
  readonly nodeId: string;
}

interface Change {
  readonly clientHandle: number;
  readonly value: ReceivedValue;
}

/** The machine's structures as this session knows them. */
export interface Structures {
  /** Whether any signal means a part of a structure or an array. */
  readonly hasAny: boolean;
  /** The change as the signal means it. What cannot be decoded has a bad status, never an old or invented value. */
  picked(change: Change): Change;
}

/**
 * Asks the machine once per session how its structures are built, so that their values are decoded as they come: at once
 * and in their order. The library's own way asks in between, and lets later values overtake.
 */
export async function learnStructures(
  session: ClientSession,
  located: readonly LocatedSignal[],
): Promise<Structures> {
  const steps = new Map(
    located.flatMap(({ signal }, handle) =>
      signal.field === undefined ? [] : [[handle, fieldSteps(signal.field)] as const],
    ),
  );
  if (steps.size === 0) return { hasAny: false, picked: (change) => change };
  const types = await getExtraDataTypeManager(session);
  for (const { signal, nodeId } of located)
    if (signal.field !== undefined) await learnTypeOf(session, nodeId);
  return {
    hasAny: true,
    picked(change) {
      const wanted = steps.get(change.clientHandle);
      if (wanted === undefined) return change;
      return { ...change, value: pickedField(withDecoded(change.value, types), wanted) };
    },
  };
}

async function learnTypeOf(session: ClientSession, nodeId: string): Promise<void> {
  const { value } = await session.read({ nodeId, attributeId: AttributeIds.DataType });
  if (!(value.value instanceof NodeId)) return;
  try {
    await getExtensionObjectConstructor(session, value.value);
  } catch {
    // A plain type, or one the machine does not explain: its values then have a bad status, each of them.
  }
}

function withDecoded(received: ReceivedValue, types: ExtraDataTypeManager): ReceivedValue {
  const outer = received.value;
  const raw = outer?.value;
  const decoded = Array.isArray(raw) ? raw.map((one) => decodedOne(one, types)) : decodedOne(raw, types);
  if (decoded === raw || outer === null || outer === undefined) return received;
  const { statusCode, sourceTimestamp, sourcePicoseconds, serverTimestamp, serverPicoseconds } = received;
  return {
    value: { value: decoded, ...(outer.dataType === undefined ? {} : { dataType: outer.dataType }) },
    statusCode,
    sourceTimestamp: sourceTimestamp ?? null,
    serverTimestamp: serverTimestamp ?? null,
    ...(sourcePicoseconds === undefined ? {} : { sourcePicoseconds }),
    ...(serverPicoseconds === undefined ? {} : { serverPicoseconds }),
  };
}

/** @returns the value itself when it is no structure, or one that cannot be decoded */
function decodedOne(value: unknown, types: ExtraDataTypeManager): unknown {
  if (!isUndecoded(value)) return value;
  const { nodeId, buffer } = value as { readonly nodeId: NodeId; readonly buffer: Buffer };
  try {
    const Structure = types.getExtensionObjectConstructorFromBinaryEncoding(nodeId);
    const structure = new Structure();
    structure.decode(new BinaryStream(buffer));
    return structure;
  } catch {
    return value; // unknown to this machine's own description, or not built as it says
  }
}
