import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { StatusCodes } from "node-opcua-client";
import { CertificateManager, VerificationStatus } from "node-opcua-pki";
import type { CertificateName } from "../connect-failure.ts";

/** Below the folder of keys. */
export const OWN_CERTIFICATE = "own/certs/station.pem";

/**
 * Whom this station talks to: machines whose certificate a person has put into trusted/. An unknown certificate is
 * kept in rejected/ for that person to look at and is never accepted by itself, the library's default.
 */
export class TrustedMachines extends CertificateManager {
  referenceCounter = 0;
  refused: CertificateName | undefined;

  constructor(pkiDir: string) {
    // Folders are read anew at each connect; watching them would only hold file handles.
    super({ location: pkiDir, keySize: 2048, disableFileWatchers: true });
  }

  async checkCertificate(chain: Buffer | Buffer[]) {
    const leaf = Array.isArray(chain) ? (chain[0] ?? Buffer.alloc(0)) : chain;
    const status = await this.verifyCertificate(chain, { acceptCertificateWithValidIssuerChain: true });
    if (status === VerificationStatus.Good) return StatusCodes.Good;
    this.refused = nameOf(new X509Certificate(leaf));
    await this.rejectCertificate(leaf);
    return StatusCodes[status];
  }

  async getTrustStatus(certificate: Buffer) {
    return StatusCodes[await this.isCertificateTrusted(certificate)];
  }
}

/** Once made, the certificate decides: a renamed computer must not become a stranger to its machine. */
export async function ownApplicationUri(pkiDir: string): Promise<string | undefined> {
  const pem = await readFile(path.join(pkiDir, OWN_CERTIFICATE)).catch(() => undefined); // first start: none yet
  if (!pem) return undefined;
  return /URI:([^,\s]+)/.exec(new X509Certificate(pem).subjectAltName ?? "")?.[1];
}

export async function certificateName(file: string): Promise<CertificateName> {
  return nameOf(new X509Certificate(await readFile(file)));
}

function nameOf(certificate: X509Certificate): CertificateName {
  const commonName = certificate.subject.split("\n").find((part) => part.startsWith("CN="));
  return {
    subject: commonName ?? certificate.subject.replaceAll("\n", ", "),
    sha256: certificate.fingerprint256,
  };
}
