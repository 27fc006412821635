import { hash } from "@node-rs/argon2";

/** OWASP's first choice for argon2id, which is the library's own kind: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a PIN for the stations. The MES never keeps the PIN itself, and never needs to check one. */
export async function hashPin(pin: string): Promise<string> {
  return hash(pin, COST);
}
