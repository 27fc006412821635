import type { FoundNode } from "../../../shared/domain/machines/companion/found-node.ts";
import type { ReadNode } from "../../../shared/screen/commissioning.ts";

/** What the machine itself says of a value (OPC UA Part 8): its unit, and between what it is meant to be. */
export interface UnitHint {
  /** Code of UN/CEFACT Recommendation 20, or the sign as the machine writes it; null: it does not say. */
  readonly unit: string | null;
  /** Of the raw value; null: it does not say. */
  readonly range: { readonly low: number; readonly high: number } | null;
}

const UNIT = "EngineeringUnits";
/** Where it normally is comes before what the instrument could tell at most. */
const RANGES = ["EURange", "InstrumentRange"];

/** Nodes below a value that say what it is measured in. */
export function hintNodesOf({ children }: Pick<FoundNode, "children">): readonly string[] {
  return [UNIT, ...RANGES].flatMap((wanted) =>
    children.filter(({ name, kind }) => kind === "variable" && name === wanted).map(({ node }) => node),
  );
}

export function unitHint(
  { children }: Pick<FoundNode, "children">,
  readings: ReadonlyMap<string, ReadNode>,
): UnitHint {
  const read = (wanted: string) =>
    readings.get(children.find(({ name }) => name === wanted)?.node ?? "")?.fields ?? [];
  const range = RANGES.map((name) => rangeOf(read(name))).find((found) => found !== null) ?? null;
  return { unit: unitOf(read(UNIT)), range };
}

type Fields = ReadNode["fields"];

function field(fields: Fields, wanted: string): number | string | boolean | undefined {
  // The stack writes names of fields with a small first letter, the specifications with a capital one.
  return fields.find((one) => one.field.toLowerCase() === wanted)?.value;
}

function unitOf(fields: Fields): string | null {
  const id = field(fields, "unitid");
  const isCommon = field(fields, "namespaceuri") === "http://www.opcfoundation.org/UA/units/un/cefact";
  const code = isCommon && typeof id === "number" && id > 0 ? commonCode(id) : "";
  if (code !== "") return code;
  const sign = field(fields, "displayname");
  return typeof sign === "string" && sign !== "" ? sign.slice(0, 20) : null;
}

/** "CEL" of 4408652: the code's letters are the bytes of the number (OPC UA Part 8, 5.6.3). */
function commonCode(id: number): string {
  const bytes = [id >>> 24, (id >>> 16) & 255, (id >>> 8) & 255, id & 255].filter((byte) => byte > 0);
  const code = String.fromCharCode(...bytes);
  return /^[A-Z0-9]{1,3}$/.test(code) ? code : "";
}

function rangeOf(fields: Fields): UnitHint["range"] {
  const [low, high] = [field(fields, "low"), field(fields, "high")];
  return typeof low === "number" && typeof high === "number" && low < high ? { low, high } : null;
}
