import { X509Certificate } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * Marks a machine's certificate as trusted, as a person would by moving its file out of rejected/. Takes effect at
 * the next attempt to connect.
 *
 * @param certificateFile PEM or DER
 * @throws when the file holds no certificate
 */
export async function trustServerCertificate(pkiDir: string, certificateFile: string): Promise<void> {
  const certificate = new X509Certificate(await readFile(certificateFile));
  const trusted = path.join(pkiDir, "trusted", "certs");
  await mkdir(trusted, { recursive: true, mode: 0o700 });
  const name = `${certificate.fingerprint.replaceAll(":", "").toLowerCase()}.pem`;
  await writeFile(path.join(trusted, name), certificate.toString());
}

/**
 * A certificate in both folders was copied, not moved, to trusted/: a person's word counts for more than the note
 * that it was once unknown. The library would have it the other way round and go on refusing.
 */
export async function forgetRejectionsOfTrusted(pkiDir: string): Promise<void> {
  const trusted = await fingerprintsIn(path.join(pkiDir, "trusted", "certs"));
  const rejected = await fingerprintsIn(path.join(pkiDir, "rejected"));
  for (const [fingerprint, file] of rejected) if (trusted.has(fingerprint)) await rm(file, { force: true });
}

/** @returns SHA-256 fingerprint → file; files that hold no certificate are left out, for the library to complain of */
async function fingerprintsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch(() => []); // before the first start there is no folder
  const found = new Map<string, string>();
  for (const name of names) {
    const file = path.join(folder, name);
    const fingerprint = await fingerprintOf(file);
    if (fingerprint !== undefined) found.set(fingerprint, file);
  }
  return found;
}

async function fingerprintOf(file: string): Promise<string | undefined> {
  try {
    return new X509Certificate(await readFile(file)).fingerprint256;
  } catch {
    return undefined; // not a certificate
  }
}
