import { type ESTree, Visitor } from "rolldown/utils";

/** @returns every string literal of the program */
export function findStrings(program: ESTree.Program): string[] {
  const found: string[] = [];
  new Visitor({
    Literal(node) {
      if (typeof node.value === "string") found.push(node.value);
    },
  }).visit(program);
  return found;
}

/**
 * Finds uses of the global `fetch`: called, handed on, given another name, or taken from globalThis.
 * @returns offsets
 */
export function findFetchUses(program: ESTree.Program): number[] {
  const found: number[] = [];
  const note = (node: ESTree.Node | null | undefined) => {
    if (node?.type === "Identifier" && node.name === "fetch") found.push(node.start);
  };
  new Visitor({
    CallExpression(node) {
      note(node.callee);
      node.arguments.forEach(note);
    },
    VariableDeclarator(node) {
      note(node.init);
    },
    MemberExpression(node) {
      if (node.object.type === "Identifier" && node.object.name === "globalThis") note(node.property);
    },
  }).visit(program);
  return found;
}
