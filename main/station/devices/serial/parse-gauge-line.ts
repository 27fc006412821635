import { formatDecimal, parseDecimal } from "../../../../shared/lib/decimal.ts";
import { accept, type Result, refuse } from "../../../../shared/lib/result.ts";

/** What a gauge says when it says something usable. */
export interface GaugeValue {
  /** Decimal point, no plus sign, no leading zeros, all decimals kept: "39.990". */
  readonly text: string;
  /** As the gauge names it; null when it sends none. */
  readonly unit: string | null;
}

const UNITS = ["mm", "cm", "m", "µm", "um", "in", "mg", "g", "kg", "N", "Nm", "bar", "°", "deg", "°C", "%"];

/**
 * Reads one line of a gauge. Understood are a plain number with or without unit ("39.988", "39,988 mm"), the status
 * forms of scales and bench gauges ("ST,+0039.988 mm", "US,…", "OL,…", "ST,GS,+0012.30 g") and Digimatic interfaces
 * ("01A+00039.988", error "911"). Anything else is refused: a guessed measurement is worse than none.
 */
export function parseGaugeLine(line: string): Result<GaugeValue, string> {
  const text = line.trim();
  if (/^91\d?$/.test(text)) return refuse("The gauge reports an error of its own");
  const [, status, value = ""] =
    /^(?:(ST|US|OL|QT|01A)(?:,(?:GS|NT|TR))?,?(?=[+\-\s\dOE])|)(.*)$/.exec(text) ?? [];
  if (status === "US") return refuse("The value is not stable yet; hold still and send again");
  if (status === "OL" || /^[+-]?(OL|ERR)/i.test(value)) return refuse("The gauge is out of its range");
  return readNumber(value);
}

function readNumber(text: string): Result<GaugeValue, string> {
  const [, number, unit = ""] = /^\s*([+-]?\s*\d[\d.,]*)\s*(\D*?)\s*$/.exec(text) ?? [];
  if (number === undefined) return refuse("This is no measurement");
  const decimal = parseDecimal(number.replaceAll(/\s/g, ""));
  if (!decimal) return refuse("This is no measurement");
  if (unit === "") return accept({ text: formatDecimal(decimal), unit: null });
  const known = UNITS.find((it) => it === unit.replace("μ", "µ"));
  if (known === undefined) return refuse(`The unit "${unit}" is not known`);
  return accept({ text: formatDecimal(decimal), unit: known });
}
