/** A node of a machine as browsing finds it, with what lies below it. */
export interface FoundNode {
  /** Address with its namespace by URI: `nsu=<uri>;<i|s|g|b>=<id>`. */
  readonly node: string;
  readonly name: string;
  /** Namespace of the browse name: tells a model's own parts from a vendor's. */
  readonly namespaceUri: string;
  readonly kind: "object" | "variable" | "method";
  /** Address of the type definition; null: none. */
  readonly type: string | null;
  /** An object that tells events. */
  readonly isNotifier?: boolean;
  readonly children: readonly FoundNode[];
}

/** Follows browse names downwards. @returns undefined when one of them is not there */
export function below(node: FoundNode | undefined, ...names: readonly string[]): FoundNode | undefined {
  return names.reduce<FoundNode | undefined>(
    (at, wanted) => at?.children.find(({ name }) => name === wanted),
    node,
  );
}

/** The node itself and all below it, parents first. */
export function* everyNode(node: FoundNode): Generator<FoundNode> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}

export function ofType(nodes: readonly FoundNode[], ...types: readonly string[]): readonly FoundNode[] {
  return nodes.filter(({ type }) => type !== null && types.includes(type));
}
