import { z } from "zod";

/** Who is called for. */
export const helpCategory = z.enum(["lead", "material", "maintenance", "quality", "tooling", "safety"]);

export const peopleEvents = {
  "person.signed-in": z.looseObject({ personId: z.string(), method: z.enum(["badge", "pin"]) }),
  "person.signed-out": z.looseObject({ personId: z.string() }),
  "help.called": z.looseObject({ category: helpCategory }),
  /** A code nobody here knows, kept for a lead; the raw text with control characters made visible. */
  "scan.kept": z.looseObject({ code: z.string().max(400) }),
} as const;
