import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { StatusCodes } from "node-opcua-client";
import { CertificateManager, VerificationStatus } from "node-opcua-pki";
import type { CertificateName } from "../connect-failure.ts";
import { forgetOldRejections, OWN_CERTIFICATE } from "../server-trust.ts";

const MOST_PUT_ASIDE = 50;

/**
 * Whom this station talks to: machines whose certificate a person has put into trusted/. An unknown certificate is
 * kept in rejected/ for that person to look at and is never accepted by itself, the library's default.
 */
export class TrustedMachines extends CertificateManager {
  referenceCounter = 0;
  refused: CertificateName | undefined;
  accepted: X509Certificate | undefined;

  constructor(pkiDir: string) {
    // Folders are read anew at each connect; watching them would only hold file handles.
    super({ location: pkiDir, keySize: 2048, disableFileWatchers: true });
  }

  async checkCertificate(chain: Buffer | Buffer[]) {
    const leaf = Array.isArray(chain) ? (chain[0] ?? Buffer.alloc(0)) : chain;
    const status = await this.verifyCertificate(chain, { acceptCertificateWithValidIssuerChain: true });
    const shown = new X509Certificate(leaf);
    if (status === VerificationStatus.Good) {
      this.accepted = shown;
      return StatusCodes.Good;
    }
    this.refused = nameOf(shown);
    // A clock that is wrong for an hour, or an expiry, must not take back what a person has said.
    const isTrusted = (await this.isCertificateTrusted(leaf)) === VerificationStatus.Good;
    if (!isTrusted) await this.putAside(leaf);
    return StatusCodes[status];
  }

  /** For a person to look at. A server that shows a new one at each connect does not fill the disk. */
  async putAside(certificate: Buffer): Promise<void> {
    await this.rejectCertificate(certificate);
    await forgetOldRejections(this.rootDir, MOST_PUT_ASIDE);
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
