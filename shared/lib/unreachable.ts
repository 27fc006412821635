/** Ends an exhaustive switch: a new case without its branch does not compile, and a value from outside is a loud fault. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable case: ${JSON.stringify(value)}`);
}
