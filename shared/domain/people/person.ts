import { z } from "zod";
import { languageSchema } from "./localized-text.ts";

export const roleSchema = z.enum(["operator", "setter", "inspector", "lead", "maintenance"]);
export type Role = z.infer<typeof roleSchema>;

/** A person who may work at this station. The PIN is known only as an argon2id hash. */
export const personSchema = z.looseObject({
  personId: z.string().min(1).max(40),
  name: z.string().min(1).max(80),
  role: roleSchema,
  language: languageSchema,
  badgeCode: z.string().min(1).max(40),
  pinHash: z.string().startsWith("$argon2id$").max(300),
  /** What the person is trained and certified for, where the plant keeps that. */
  qualificationIds: z.array(z.string().max(80)).max(200).optional(),
});
export type Person = z.infer<typeof personSchema>;
