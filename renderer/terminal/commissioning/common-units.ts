import { unitSign } from "../machine/unit-sign.ts";

/** UCUM codes of what machines are measured in, the usual first; "" is a bare number. */
const COMMON = [
  "",
  "Cel",
  "%",
  "mm",
  "um",
  "m",
  "mm/s",
  "mm/s2",
  "/min",
  "Hz",
  "s",
  "bar",
  "kPa",
  "kN",
  "N.m",
  "kW",
  "kW.h",
  "A",
  "V",
  "L/min",
  "kg",
  "g",
] as const;
const AT_ONCE = 20;

/** Units to choose from: what the machine says first, then the common ones, none twice. */
export function unitChoices(suggested: string | null): readonly string[] {
  const rest = COMMON.filter((code) => suggested === null || unitSign(code) !== unitSign(suggested));
  return (suggested === null ? rest : [suggested, ...rest]).slice(0, AT_ONCE);
}
