import { accept, type Result, refuse } from "../../../../shared/lib/result.ts";
import type { WatchedSignal } from "./machine-endpoint.ts";

export interface NodeAddress {
  readonly namespaceUri: string;
  /** "s=…", "i=…", "g=…" or "b=…". */
  readonly identifier: string;
}

const IDENTIFIER = /^(s=.+|i=\d+|g=[0-9a-fA-F-]{36}|b=.+)$/s;

/** Reads a node address whose namespace is a URI. @returns a refusal in words when it is none, or carries an index */
export function parseNodeAddress(text: string, defaultNamespaceUri: string): Result<NodeAddress, string> {
  if (/^ns=\d+;/.test(text)) {
    return refuse(`"${text}" names its namespace by index, which moves; write nsu=<namespace URI>;… instead`);
  }
  const [, namespaceUri = defaultNamespaceUri, identifier = text] = /^nsu=([^;]+);(.*)$/s.exec(text) ?? [];
  if (!IDENTIFIER.test(identifier)) return refuse(`"${text}" is no OPC UA node address`);
  return accept({ namespaceUri, identifier });
}

/** The address with the index the namespace has in this server, now. */
export function addressInServer(
  address: NodeAddress,
  namespaceUris: readonly string[],
): Result<string, string> {
  const index = namespaceUris.indexOf(address.namespaceUri);
  if (index < 0) return refuse(`The machine has no namespace ${address.namespaceUri}`);
  return accept(`ns=${index};${address.identifier}`);
}

/** A signal's place in the words of its configuration, for messages. */
export function placeOf(signal: WatchedSignal): string {
  return signal.node ?? (signal.browsePath ?? []).join("/");
}

/** Relative path below Objects in the notation of OPC UA Part 4 Annex A.2; reserved characters are escaped. */
export function relativePath(browsePath: readonly string[], namespaceIndex: number): string {
  return browsePath
    .map((name) => `/${namespaceIndex}:${name.replace(/[/.<>:#!&]/g, (reserved) => `&${reserved}`)}`)
    .join("");
}
