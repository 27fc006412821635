import type { Metric } from "../measure/report.ts";
import { median, quantile } from "../measure/statistics.ts";
import { ASKED } from "./mes-pages.ts";

export interface PageTimes {
  readonly id: string;
  readonly coldMs: number[];
  readonly coldFloorMs: number[];
  /** 8 KB each, read from the files by PostgreSQL: what decides a cold answer, and no load of the machine changes it. */
  readonly coldPages: number[];
  readonly coldFloorPages: number[];
  readonly warmMs: number[];
  /** The bare SQL, in turns with the warm ones. */
  readonly floorMs: number[];
}

export function pageMetrics(times: readonly PageTimes[], isCold: boolean): readonly Metric[] {
  return times.flatMap((page) => metricsOf(page, isCold));
}

function metricsOf({ id, ...ms }: PageTimes, isCold: boolean): readonly Metric[] {
  const limitMs = ASKED.find((asked) => asked.id === id)?.limitMs ?? null;
  const of = (value: number, floor: number, limit: number | null): Omit<Metric, "id" | "note"> => ({
    value,
    unit: "ms",
    floor,
    ratio: value / floor,
    target: limit === null ? null : `<= ${limit} ms`,
    pass: limit === null ? null : value <= limit,
  });
  const [p50, p99] = [0.5, 0.99].map((share) => [quantile(ms.warmMs, share), quantile(ms.floorMs, share)]);
  return [
    {
      id: `mes.${id}.p50`,
      ...of(p50?.[0] ?? Number.NaN, p50?.[1] ?? Number.NaN, null),
      note: `${ms.warmMs.length} requests; floor: the rows by plain SQL`,
    },
    { id: `mes.${id}.p99`, ...of(p99?.[0] ?? Number.NaN, p99?.[1] ?? Number.NaN, limitMs), note: "" },
    ...coldMetric(id, ms, { limitMs, isCold }),
  ];
}

/** The median, judged by the slowest. */
function coldMetric(
  id: string,
  { coldMs, coldFloorMs, coldPages, coldFloorPages }: Omit<PageTimes, "id" | "warmMs" | "floorMs">,
  { limitMs, isCold }: { readonly limitMs: number | null; readonly isCold: boolean },
): readonly Metric[] {
  if (coldMs.length === 0) return [];
  const slowest = Math.max(...coldMs);
  const memory = isCold ? "no page in memory" : "pages may be in memory";
  return [
    {
      id: `mes.${id}.cold`,
      value: median(coldMs),
      unit: "ms",
      floor: median(coldFloorMs),
      ratio: median(coldMs) / median(coldFloorMs),
      target: limitMs === null ? null : `<= ${limitMs} ms`,
      pass: limitMs === null ? null : slowest <= limitMs,
      note: `${coldMs.length} times, slowest ${slowest.toFixed(0)} ms; PostgreSQL and MES just started, ${memory}`,
    },
    {
      id: `mes.${id}.cold-pages`,
      value: median(coldPages),
      unit: "pages",
      floor: median(coldFloorPages),
      ratio: median(coldPages) / median(coldFloorPages),
      target: null,
      pass: null,
      note: "of 8 KB, read from the files; the start of the MES included",
    },
  ];
}
