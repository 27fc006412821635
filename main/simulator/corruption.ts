import type { OpcuaValue } from "./opcua/opcua-description.ts";
import type { WriteOptions } from "./opcua/opcua-server-options.ts";

export const CORRUPTIONS = ["bad", "uncertain", "nan", "null", "type", "minus", "stuck"] as const;
/** Ways in which what a machine tells is wrong while the machine itself is well. */
export type Corruption = (typeof CORRUPTIONS)[number];

export interface ToldValue {
  readonly value: OpcuaValue;
  readonly how: Pick<WriteOptions, "status" | "asText">;
}

const JUMP = 50;

/** What the server tells instead of the true value. undefined: nothing, the sensor is stuck. */
export function corrupted(value: OpcuaValue, corruption: Corruption): ToldValue | undefined {
  switch (corruption) {
    case "bad":
      return { value, how: { status: "BadSensorFailure" } };
    case "uncertain":
      return { value, how: { status: "UncertainLastUsableValue" } };
    case "nan":
      return { value: Number.NaN, how: {} };
    case "null":
      return { value: null, how: { status: "BadOutOfService" } };
    case "type":
      return { value: JSON.stringify(value), how: { asText: true } };
    case "minus":
      return { value: typeof value === "number" ? Math.max(0, value - JUMP) : value, how: {} };
    case "stuck":
      return undefined;
    default:
      return corruption satisfies never;
  }
}
