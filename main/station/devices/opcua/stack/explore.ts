import {
  AttributeIds,
  BrowseDirection,
  type BrowseResult,
  type ClientSession,
  NodeClass,
  type NodeId,
  type ReferenceDescription,
} from "node-opcua-client";
import type { FoundNode } from "../../../../../shared/domain/machines/companion/found-node.ts";
import type { MachineEndpoint } from "../machine-endpoint.ts";
import { addressOf } from "./address-of.ts";
import { connectToMachine } from "./connection.ts";

const OBJECTS = "i=85";
/** As the library writes the identifiers that references lead to. */
const OBJECTS_KEY = "ns=0;i=85";
/** Says how the server itself is, not how the machine is; by far the largest part of a small server. */
const SERVER_KEY = "ns=0;i=2253";
const HIERARCHICAL_REFERENCES = "i=33";
const NODES_AT_ONCE = 50;
/** A machine has hundreds of nodes; one that claims more is shown as far as this. */
const MOST_NODES = 5_000;
const DEEPEST = 12;
const MOST_PARTS = 50;
const LONGEST_NAME = 200;

interface Growing extends FoundNode {
  readonly nodeId: NodeId;
  isNotifier?: boolean;
  readonly children: Growing[];
}

export interface Exploration {
  readonly root: FoundNode;
  /** The machine has more than was looked at. */
  readonly isCutShort: boolean;
}

/** Everything below the Objects folder, in one look. @throws Error with a message for people */
export async function exploreMachine(endpoint: MachineEndpoint): Promise<Exploration> {
  return connectToMachine(endpoint, async ({ client, session }) => {
    const exploration = await explore(session);
    await client.disconnect();
    return exploration;
  });
}

interface Leaf {
  readonly nodeId: NodeId | string;
  readonly into: Growing[];
}

async function explore(session: ClientSession): Promise<Exploration> {
  const namespaceUris = await session.readNamespaceArray();
  const root: Growing[] = [];
  const seen = new Set<string>([SERVER_KEY, OBJECTS_KEY]);
  let level: readonly Leaf[] = [{ nodeId: OBJECTS, into: root }];
  for (let depth = 0; level.length > 0 && depth < DEEPEST && seen.size < MOST_NODES; depth += 1) {
    const next: Leaf[] = [];
    for (let first = 0; first < level.length; first += NODES_AT_ONCE) {
      const some = level.slice(first, first + NODES_AT_ONCE);
      const found = await referencesOf(session, some);
      some.forEach(({ into }, index) => {
        next.push(...grow(into, found[index] ?? [], { seen, namespaceUris }));
      });
    }
    level = next;
  }
  await findNotifiers(session, root);
  return { root: { ...OBJECTS_NODE, children: root.map(withoutNodeId) }, isCutShort: level.length > 0 };
}

/** Objects that can be subscribed to for events (Part 3, 5.5.1: the lowest bit of EventNotifier). */
async function findNotifiers(session: ClientSession, root: readonly Growing[]): Promise<void> {
  const objects: Growing[] = [];
  const gather = (nodes: readonly Growing[]): void => {
    objects.push(...nodes.filter(({ kind }) => kind === "object"));
    for (const { children } of nodes) gather(children);
  };
  gather(root);
  for (let first = 0; first < objects.length; first += NODES_AT_ONCE) {
    const some = objects.slice(first, first + NODES_AT_ONCE);
    const read = await session.read(
      some.map(({ nodeId }) => ({ nodeId, attributeId: AttributeIds.EventNotifier })),
    );
    some.forEach((object, index) => {
      const flags: unknown = read[index]?.value.value;
      if (typeof flags === "number" && (flags & 1) === 1) object.isNotifier = true;
    });
  }
}

/** A node is shown once, where it is met first: a server may well lead around in circles. @returns what to look at next */
function grow(
  into: Growing[],
  references: readonly ReferenceDescription[],
  { seen, namespaceUris }: { readonly seen: Set<string>; readonly namespaceUris: readonly string[] },
): readonly Leaf[] {
  return references.flatMap((reference) => {
    const key = reference.nodeId.toString();
    if (seen.has(key) || seen.size >= MOST_NODES) return [];
    seen.add(key);
    const node = growingNode(reference, namespaceUris);
    into.push(node);
    return [{ nodeId: node.nodeId, into: node.children }];
  });
}

const OBJECTS_NODE = {
  node: `nsu=http://opcfoundation.org/UA/;${OBJECTS}`,
  name: "Objects",
  namespaceUri: "http://opcfoundation.org/UA/",
  kind: "object",
  type: null,
} as const;

async function referencesOf(
  session: ClientSession,
  leaves: readonly Leaf[],
): Promise<readonly (readonly ReferenceDescription[])[]> {
  const results = await session.browse(
    leaves.map(({ nodeId }) => ({
      nodeId,
      browseDirection: BrowseDirection.Forward,
      referenceTypeId: HIERARCHICAL_REFERENCES,
      includeSubtypes: true,
      nodeClassMask: NodeClass.Object | NodeClass.Variable | NodeClass.Method,
      resultMask: 63,
    })),
  );
  return Promise.all(results.map((result) => withRest(session, result)));
}

/** Servers answer long lists in parts; a hostile one has always one more. */
async function withRest(
  session: ClientSession,
  first: BrowseResult,
): Promise<readonly ReferenceDescription[]> {
  const all = [...(first.references ?? [])];
  let { continuationPoint } = first;
  for (let part = 0; part < MOST_PARTS && all.length < MOST_NODES; part += 1) {
    if (continuationPoint === null || continuationPoint === undefined || continuationPoint.length === 0)
      break;
    const more = await session.browseNext(continuationPoint, false);
    all.push(...(more.references ?? []));
    continuationPoint = more.continuationPoint;
  }
  return all.slice(0, MOST_NODES);
}

function growingNode(reference: ReferenceDescription, namespaceUris: readonly string[]): Growing {
  const { nodeId, browseName, nodeClass, typeDefinition } = reference;
  return {
    nodeId,
    node: addressOf(nodeId, namespaceUris),
    name: (browseName.name ?? "").slice(0, LONGEST_NAME),
    namespaceUri: namespaceUris[browseName.namespaceIndex] ?? "",
    kind: kindOf(nodeClass),
    type: typeDefinition.isEmpty() ? null : addressOf(typeDefinition, namespaceUris),
    children: [],
  };
}

function kindOf(nodeClass: NodeClass): FoundNode["kind"] {
  if (nodeClass === NodeClass.Variable) return "variable";
  return nodeClass === NodeClass.Method ? "method" : "object";
}

function withoutNodeId(growing: Growing): FoundNode {
  const { nodeId: _nodeId, children, ...node } = growing;
  return { ...node, children: children.map(withoutNodeId) };
}
