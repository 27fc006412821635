import { accept, type Result, refuse } from "../../shared/lib/result.ts";
import { instantOfWallMs } from "../../shared/lib/wall-time.ts";

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/;
/** Day, month, year, as German, Danish and Polish plants write it. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?: (\d{1,2}):(\d{2}))?$/;
/** Month or day first: nobody can tell. */
const SLASHED = /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/;

/**
 * Reads when an order is due. A day without a time is due at its end; a time without an offset is the wall clock of the
 * plant. What could be read in two ways is refused.
 * @returns the instant in UTC
 */
export function readDue(text: string, timeZone: string): Result<string, "not-a-date" | "ambiguous-date"> {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, year, month, day, hour, minute, second, offset] = iso;
    const wall = wallMs({ year, month, day, hour: hour ?? "23", minute: minute ?? "59", second });
    if (wall === undefined) return refuse("not-a-date");
    if (offset === undefined) return accept(instantAt(wall, timeZone));
    return accept(new Date(wall - offsetMs(offset)).toISOString());
  }
  const dotted = DOTTED.exec(text);
  if (dotted === null) return refuse(SLASHED.test(text) ? "ambiguous-date" : "not-a-date");
  const [, day, month, year, hour = "23", minute = "59"] = dotted;
  const wall = wallMs({ year, month, day, hour, minute, second: undefined });
  return wall === undefined ? refuse("not-a-date") : accept(instantAt(wall, timeZone));
}

function instantAt(wall: number, timeZone: string): string {
  return new Date(instantOfWallMs(wall, timeZone)).toISOString();
}

function offsetMs(offset: string): number {
  if (offset === "Z") return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith("-") ? -minutes : minutes) * 60_000;
}

type Fields = Readonly<Record<"year" | "month" | "day" | "hour" | "minute" | "second", string | undefined>>;

/** @returns undefined for a day or time that does not exist, as 31 February or 25:00 */
function wallMs({ year, month, day, hour, minute, second = "0" }: Fields): number | undefined {
  const parts = [
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  ] as const;
  const [y, m, d, h, min, s] = parts;
  const ms = Date.UTC(y, m - 1, d, h, min, s);
  const back = new Date(ms);
  const isReal =
    back.getUTCMonth() === m - 1 &&
    back.getUTCDate() === d &&
    h < 24 &&
    min < 60 &&
    s < 60 &&
    y >= 2000 &&
    y < 2100;
  return isReal ? ms : undefined;
}
