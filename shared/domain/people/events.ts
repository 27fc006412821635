import { z } from "zod";

/** Who is called for. */
export const helpCategory = z.enum(["lead", "material", "maintenance", "quality", "tooling", "safety"]);

export const peopleEvents = {
  "person.signed-in": z.looseObject({ personId: z.string(), method: z.enum(["badge", "pin"]) }),
  "person.signed-out": z.looseObject({
    personId: z.string(),
    /** Why the station did it; left out: a person did. */
    cause: z.enum(["shift-end", "no-order"]).optional(),
  }),
  /** Rights end by time although the person is still signed in. */
  "person.rights-ended": z.looseObject({
    personId: z.string(),
    /** What is left: "own" of a lead what everybody may, "none" nothing. */
    left: z.enum(["own", "none"]),
    /** No touch and no scan; the time of a lead is over; nobody knows how long the station was away. */
    cause: z.enum(["idle", "lead-time", "restart"]),
  }),
  /** A lead lets the PIN be tried again after too many wrong ones in a row; its owner stands beside, by badge. */
  "person.pin-unlocked": z.looseObject({ personId: z.string() }),
  "help.called": z.looseObject({ category: helpCategory }),
  /** A code nobody here knows, kept for a lead; the raw text with control characters made visible. */
  "scan.kept": z.looseObject({ code: z.string().max(400) }),
} as const;
