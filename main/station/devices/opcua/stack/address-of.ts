import type { NodeId } from "node-opcua-client";

/** An address with its namespace by URI: an index moves with the machine's program. */
export function addressOf(nodeId: NodeId, namespaceUris: readonly string[]): string {
  const [, identifier = ""] = /^(?:ns=\d+;)?(.*)$/s.exec(nodeId.toString()) ?? [];
  return `nsu=${namespaceUris[nodeId.namespace] ?? ""};${identifier}`;
}
