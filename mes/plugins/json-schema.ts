import type { FastifySchemaValidationError, SchemaErrorDataVar } from "fastify/types/schema.js";
import { z } from "zod";

/** The JSON Schema (draft 7, what Fastify compiles) of a zod schema. */
export function jsonSchema(schema: z.ZodType, io: "input" | "output" = "output"): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: "draft-7",
    io,
    override: ({ jsonSchema: node }) => {
      // zod writes a pattern as well; the format itself is of its own making, and Ajv refuses what it does not know.
      if (node.format === "starts_with") delete node.format;
    },
  });
  return rest;
}

/** Ajv leaves values as they came: nothing is coerced, nothing is dropped, nothing is filled in. */
export const strictAjv = {
  removeAdditional: false,
  coerceTypes: false,
  useDefaults: false,
  allErrors: false,
} as const;

const UTC_PATTERN = z.toJSONSchema(z.iso.datetime(), { target: "draft-7" }).pattern;

/** A schema error in words that name the place as the sender wrote it: `jobOrders[3].dueUtc must be a date and time`. */
export function schemaErrorInWords(errors: FastifySchemaValidationError[], part: SchemaErrorDataVar): Error {
  const [error] = errors;
  if (error === undefined) return new Error(`${part} is not valid`);
  const place = placeOf(error.instancePath);
  return new Error(`${place === "" ? `The ${part}` : place} ${reasonOf(error)}`);
}

function placeOf(instancePath: string): string {
  return instancePath
    .split("/")
    .slice(1)
    .map((step) =>
      /^\d+$/.test(step) ? `[${step}]` : `.${step.replaceAll("~1", "/").replaceAll("~0", "~")}`,
    )
    .join("")
    .replace(/^\./, "");
}

function reasonOf({ keyword, message, params }: FastifySchemaValidationError): string {
  if (keyword === "additionalProperties") return `must not have "${String(params.additionalProperty)}"`;
  if (keyword === "enum") return `must be one of ${JSON.stringify(params.allowedValues)}`;
  if (params.format === "date-time" || params.pattern === UTC_PATTERN)
    return "must be a date and time in UTC, such as 2026-11-22T14:00:00Z";
  if (keyword === "pattern") return "does not have the right form";
  return message ?? "is not valid";
}
