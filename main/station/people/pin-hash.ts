import { verify } from "@node-rs/argon2";

/** Compares a PIN with its argon2id hash, off the event loop. A hash that cannot be read counts as a wrong PIN. */
export async function verifyPin(pinHash: string, pin: string): Promise<boolean> {
  try {
    return await verify(pinHash, pin);
  } catch {
    // The MES sent something that is no argon2 hash; its schema should have caught it, nobody gets in by it.
    return false;
  }
}
