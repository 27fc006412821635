import { X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { trustServerCertificate } from "../devices/opcua/server-trust.ts";

/**
 * A technician's word on a machine's certificate. Nothing is ever trusted without it.
 *
 * @returns the exit code
 */
export async function trust(pkiDir: string, file: string | undefined): Promise<number> {
  if (file === undefined) return listRefused(pkiDir);
  try {
    await trustServerCertificate(pkiDir, file);
  } catch (cause) {
    console.error(
      `${file} is not a certificate that can be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
    return 1;
  }
  console.log("Trusted. The station connects at its next attempt.");
  return 0;
}

async function listRefused(pkiDir: string): Promise<number> {
  const folder = path.join(pkiDir, "rejected");
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) console.log("No machine certificate is waiting.");
  for (const name of names) {
    const file = path.join(folder, name);
    const certificate = new X509Certificate(await readFile(file));
    console.log(`${certificate.subject.replaceAll("\n", ", ")}\n  SHA-256 ${certificate.fingerprint256}`);
    console.log(`  valid to ${certificate.validTo}\n  trust it with: npm run takt -- trust "${file}"`);
  }
  return 0;
}
