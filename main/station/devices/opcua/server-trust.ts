import { X509Certificate } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CertificateList } from "../../../../shared/screen/commissioning.ts";
import type { CertificateView } from "../../../../shared/screen/machine-link-view.ts";

/** Below the folder of keys. */
export const OWN_CERTIFICATE = "own/certs/station.pem";
const TRUSTED = "trusted/certs";
const REJECTED = "rejected";

/**
 * Marks a machine's certificate as trusted, as a person would by moving its file out of rejected/. Takes effect at
 * the next attempt to connect.
 *
 * @param certificateFile PEM or DER
 * @throws when the file holds no certificate
 */
export async function trustServerCertificate(pkiDir: string, certificateFile: string): Promise<void> {
  await keepIn(path.join(pkiDir, TRUSTED), new X509Certificate(await readFile(certificateFile)));
}

async function keepIn(folder: string, certificate: X509Certificate): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${certificate.fingerprint.replaceAll(":", "").toLowerCase()}.pem`;
  await writeFile(path.join(folder, name), certificate.toString());
}

/**
 * A person's word on a certificate that a machine has shown. @returns it as it stands now; undefined: there is none with
 * this fingerprint
 */
export async function judgeCertificate(
  pkiDir: string,
  sha256: string,
  verdict: "trusted" | "rejected",
): Promise<CertificateView | undefined> {
  const places = [path.join(pkiDir, TRUSTED), path.join(pkiDir, REJECTED)];
  const files = (await Promise.all(places.map(certificatesIn))).flatMap((found) => found.get(sha256) ?? []);
  const [known] = files;
  if (known === undefined) return undefined;
  await keepIn(path.join(pkiDir, verdict === "trusted" ? TRUSTED : REJECTED), known.certificate);
  const other = path.join(pkiDir, verdict === "trusted" ? REJECTED : TRUSTED);
  for (const { file } of files) if (path.dirname(file) === other) await rm(file, { force: true });
  return viewOf(known.certificate, verdict);
}

/** Every certificate a person may want to compare. */
export async function listCertificates(pkiDir: string): Promise<CertificateList> {
  const own = await certificateIn(path.join(pkiDir, OWN_CERTIFICATE));
  const trusted = await certificatesIn(path.join(pkiDir, TRUSTED));
  const rejected = await certificatesIn(path.join(pkiDir, REJECTED));
  const waiting = [...rejected.values()].filter(
    ({ certificate }) => !trusted.has(certificate.fingerprint256),
  );
  return {
    own: own ? viewOf(own, "trusted") : null,
    machines: [
      ...waiting.map(({ certificate }) => viewOf(certificate, "rejected")),
      ...[...trusted.values()].map(({ certificate }) => viewOf(certificate, "trusted")),
    ],
  };
}

/** How this certificate stands with the station. */
export async function certificateView(
  pkiDir: string,
  certificate: X509Certificate,
): Promise<CertificateView> {
  const isIn = async (folder: string) =>
    (await certificatesIn(path.join(pkiDir, folder))).has(certificate.fingerprint256);
  if (await isIn(TRUSTED)) return viewOf(certificate, "trusted");
  return viewOf(certificate, (await isIn(REJECTED)) ? "rejected" : "unknown");
}

/** @param most the newest so many stay */
export async function forgetOldRejections(pkiDir: string, most: number): Promise<void> {
  const files = [...(await certificatesIn(path.join(pkiDir, REJECTED))).values()].map(({ file }) => file);
  if (files.length <= most) return;
  const ages = await Promise.all(files.map(async (file) => ({ file, atMs: (await stat(file)).mtimeMs })));
  const oldest = ages.toSorted((left, right) => right.atMs - left.atMs).slice(most);
  for (const { file } of oldest) await rm(file, { force: true });
}

/**
 * A certificate in both folders was copied, not moved, to trusted/: a person's word counts for more than the note
 * that it was once unknown. The library would have it the other way round and go on refusing.
 */
export async function forgetRejectionsOfTrusted(pkiDir: string): Promise<void> {
  const trusted = await certificatesIn(path.join(pkiDir, TRUSTED));
  const rejected = await certificatesIn(path.join(pkiDir, REJECTED));
  for (const [fingerprint, { file }] of rejected) {
    if (trusted.has(fingerprint)) await rm(file, { force: true });
  }
}

interface KeptCertificate {
  readonly file: string;
  readonly certificate: X509Certificate;
}

/** @returns by SHA-256 fingerprint; files that hold no certificate are left out, for the library to complain of */
async function certificatesIn(folder: string): Promise<ReadonlyMap<string, KeptCertificate>> {
  const names = await readdir(folder).catch(() => []); // before the first start there is no folder
  const found = new Map<string, KeptCertificate>();
  for (const name of names) {
    const file = path.join(folder, name);
    const certificate = await certificateIn(file);
    if (certificate !== undefined) found.set(certificate.fingerprint256, { file, certificate });
  }
  return found;
}

async function certificateIn(file: string): Promise<X509Certificate | undefined> {
  try {
    return new X509Certificate(await readFile(file));
  } catch {
    return undefined; // none, or not a certificate
  }
}

function viewOf(certificate: X509Certificate, trust: CertificateView["trust"]): CertificateView {
  return {
    subject: certificate.subject.replaceAll("\n", ", "),
    sha256: certificate.fingerprint256,
    validFromUtc: certificate.validFromDate.toISOString(),
    validToUtc: certificate.validToDate.toISOString(),
    trust,
  };
}
