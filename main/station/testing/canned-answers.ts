import { randomUUID } from "node:crypto";
import { GENESIS_HASH } from "../../../shared/protocol/journal-entry.ts";
import type { DirectivePage, Handshake } from "../../../shared/protocol/messages.ts";
import { httpAnswer } from "./http-bytes.ts";

export const CAPTIVE_PORTAL = httpAnswer(
  200,
  { "content-type": "text/html; charset=utf-8" },
  "<!doctype html><title>Guest Wi-Fi</title><form>Accept the terms of use</form>",
);

export const MES_IDENTITY = { mesId: randomUUID(), mesEpoch: randomUUID() } as const;

/** The handshake of an empty MES, well formed. */
export function emptyHandshake(epoch: string): Handshake {
  return {
    protocolVersion: 1,
    ...MES_IDENTITY,
    head: { epoch, seq: 0, hash: GENESIS_HASH },
    directiveSeq: 0,
    mesTimeUtc: "2026-11-22T08:00:00.000Z",
  };
}

export function emptyDirectives(): DirectivePage {
  return { ...MES_IDENTITY, directives: [], lastSeq: 0 };
}
