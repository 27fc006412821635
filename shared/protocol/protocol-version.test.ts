import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { eventSchemas } from "../domain/event.ts";
import { directiveSchema, masterDataSchemas } from "./directive.ts";
import { journalEntrySchema } from "./journal-entry.ts";
import {
  acknowledgementSchema,
  directivePageSchema,
  handshakeSchema,
  headSchema,
  PROTOCOL_VERSION,
  problemSchema,
  uploadSchema,
  verdictSchema,
} from "./messages.ts";
import { protocolHistory } from "./protocol-history.ts";
import { rollupAnswerSchema, rollupStateSchema, rollupUploadSchema } from "./signal-messages.ts";
import { schemaText } from "./testing/schema-text.ts";

const messages = {
  acknowledgementSchema,
  directivePageSchema,
  directiveSchema,
  handshakeSchema,
  headSchema,
  journalEntrySchema,
  problemSchema,
  rollupAnswerSchema,
  rollupStateSchema,
  rollupUploadSchema,
  uploadSchema,
  verdictSchema,
};

const digest = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const latest = protocolHistory.at(-1);

describe("protocol version", () => {
  test("I-15 the messages are those of the newest line of the history", () => {
    expect(latest?.version).toBe(PROTOCOL_VERSION);
    expect(digest(schemaText(messages))).toBe(latest?.schemas);
  });

  test("I-15 what travels inside of the messages is that of the newest line of the history", () => {
    expect(digest(schemaText({ ...eventSchemas, ...masterDataSchemas }))).toBe(latest?.contents);
  });

  test("I-15 the digest sees a change of one field", () => {
    const changed = { ...messages, headSchema: headSchema.extend({ seq: headSchema.shape.epoch }) };
    expect(digest(schemaText(changed))).not.toBe(latest?.schemas);
  });

  test("I-15 versions grow by one and days do not go back", () => {
    expect(protocolHistory.map(({ version }) => version)).toEqual(
      protocolHistory.map((_, index) => index + 1),
    );
    for (const [index, { fixed }] of protocolHistory.entries()) {
      expect(fixed >= (protocolHistory[index - 1]?.fixed ?? "")).toBe(true);
    }
  });
});
