import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits: nothing to guess, so one round of SHA-256 is all the hashing it needs. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Compares in constant time, whatever the two look like. */
export function tokenMatches(token: string, tokenHash: string): boolean {
  const given = createHash("sha256").update(token).digest();
  const wanted = Buffer.from(tokenHash, "hex");
  return wanted.length === given.length && timingSafeEqual(given, wanted);
}
