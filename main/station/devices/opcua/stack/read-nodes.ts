import {
  AttributeIds,
  type ClientSession,
  DataType,
  type DataValue,
  VariantArrayType,
} from "node-opcua-client";
import type { ReadNode } from "../../../../../shared/screen/commissioning.ts";
import { scalarOf } from "../data-value.ts";
import { addressInServer, parseNodeAddress } from "../node-address.ts";
import { structureParts } from "../structure-parts.ts";

const NOT_THERE = 0x8034_0000; // BadNodeIdUnknown
const QUALITIES = ["good", "uncertain", "bad", "bad"] as const;

/** The values of these nodes as they are now; one that is not there says so and spoils none of the others. */
export async function readNodes(
  session: ClientSession,
  nodes: readonly string[],
  nowMs: () => number,
): Promise<readonly ReadNode[]> {
  const namespaceUris = await session.readNamespaceArray();
  const addresses = nodes.map((node) => {
    const parsed = parseNodeAddress(node, "");
    const found = parsed.ok ? addressInServer(parsed.value, namespaceUris) : parsed;
    return found.ok ? found.value : undefined;
  });
  const known = addresses.flatMap((nodeId) => (nodeId === undefined ? [] : [nodeId]));
  const attributeId = AttributeIds.Value;
  const values =
    known.length === 0 ? [] : await session.read(known.map((nodeId) => ({ nodeId, attributeId })));
  const at = nowMs();
  let next = 0;
  return nodes.map((node, index) => {
    const value = addresses[index] === undefined ? undefined : values[next++];
    return value === undefined ? notThere(node) : readNode(node, value, at);
  });
}

function readNode(node: string, { value, statusCode, sourceTimestamp }: DataValue, nowMs: number): ReadNode {
  const isArray = value.arrayType !== VariantArrayType.Scalar;
  const scalar = isArray ? null : scalarOf(value.value, value.dataType).value;
  const sourceMs =
    sourceTimestamp && sourceTimestamp.getUTCFullYear() > 1601 ? sourceTimestamp.getTime() : null;
  return {
    node,
    value: scalar,
    statusCode: statusCode.value,
    statusName: statusCode.name,
    quality: QUALITIES[statusCode.value >>> 30] ?? "bad",
    dataType: value.dataType === DataType.Null ? null : (DataType[value.dataType] ?? null),
    fields: scalar === null ? structureParts(value.value) : [],
    sourceUtc: sourceMs === null ? null : new Date(sourceMs).toISOString(),
    ageMs: sourceMs === null ? null : nowMs - sourceMs,
  };
}

function notThere(node: string): ReadNode {
  return {
    node,
    value: null,
    statusCode: NOT_THERE,
    statusName: "BadNodeIdUnknown",
    quality: "bad",
    dataType: null,
    fields: [],
    sourceUtc: null,
    ageMs: null,
  };
}
