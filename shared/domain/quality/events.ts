import { z } from "zod";

export const disposition = z.enum(["scrap", "rework", "hold", "use-as-is"]);
export type Disposition = z.infer<typeof disposition>;

const decimal = z.object({ units: z.int(), scale: z.int().min(0).max(9) });

export const qualityEvents = {
  "measurement.recorded": z.looseObject({
    characteristicId: z.string(),
    /** Sample number on this order from 1, and piece within the sample from 1. */
    sample: z.int().positive(),
    piece: z.int().positive(),
    sampleSize: z.int().positive(),
    value: decimal,
    unit: z.string(),
    source: z.enum(["pad", "gauge"]),
    gaugeId: z.string().nullable(),
    result: z.enum(["inside", "below", "above"]),
  }),
  /** Takes back one measurement: the next value is for the same piece again. */
  "measurement.withdrawn": z.looseObject({ withdraws: z.uuid(), characteristicId: z.string() }),
  "defect.logged": z.looseObject({
    defectCode: z.string(),
    quantity: z.int().positive(),
    disposition,
  }),
} as const;
