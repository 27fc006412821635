import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { OWN_CERTIFICATE } from "../server-trust.ts";
import type { TrustedMachines } from "./certificates.ts";

const VALID_DAYS = 365 * 10;

let before: Promise<unknown> = Promise.resolve();

/**
 * Makes the station's own certificate at the very first start, before any machine is asked for anything: two machines
 * would each make one, and a machine that hangs would keep all others waiting for it.
 */
export function ensureOwnCertificate(certificates: TrustedMachines, applicationUri: string): Promise<void> {
  const made = before.then(() => make(certificates, applicationUri));
  before = made.catch(() => undefined); // its own caller is told
  return made;
}

async function make(certificates: TrustedMachines, applicationUri: string): Promise<void> {
  const file = path.join(certificates.rootDir, OWN_CERTIFICATE);
  if (existsSync(file)) return;
  await certificates.initialize();
  const unfinished = `${file}.new`;
  await certificates.createSelfSignedCertificate({
    applicationUri,
    dns: [hostname()],
    outputFile: unfinished,
    subject: `/CN=Takt station@${hostname()}`,
    startDate: new Date(),
    validity: VALID_DAYS,
  });
  await rename(unfinished, file);
}
