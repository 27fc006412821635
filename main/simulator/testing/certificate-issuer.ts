import { copyFile } from "node:fs/promises";
import path from "node:path";
import { CertificateAuthority, CertificateManager } from "node-opcua-pki";

/** What a plant's IT runs: it signs certificates of machines and takes them back. */
export interface CertificateIssuer {
  /** Its own certificate, PEM: what a station that trusts it keeps in issuers/certs. */
  readonly certificateFile: string;
  /** What it has taken back so far, PEM: a station keeps it in issuers/crl. */
  readonly revocationFile: string;
  /** Makes the key and the certificate of a machine before it starts. @returns the certificate's file */
  issue(machinePkiDir: string, applicationUri: string): Promise<string>;
  revoke(certificateFile: string): Promise<void>;
}

const VALID_DAYS = 365;

export async function openCertificateIssuer(folder: string): Promise<CertificateIssuer> {
  const subject = "/CN=Plant CA/O=Takt";
  const authority = new CertificateAuthority({
    keySize: 2048,
    location: path.join(folder, "ca"),
    backend: "native",
    subject,
  });
  await authority.initialize();
  let issued = 0;
  return {
    certificateFile: authority.caCertificate,
    revocationFile: authority.revocationList,
    async issue(machinePkiDir, applicationUri) {
      issued += 1;
      const own = new CertificateManager({ location: machinePkiDir, disableFileWatchers: true });
      await own.initialize();
      const names = { applicationUri, dns: ["localhost"], ip: ["127.0.0.1"] };
      const startDate = new Date();
      const request = await own.createCertificateRequest({
        ...names,
        startDate,
        validity: VALID_DAYS,
        subject: `/CN=Machine ${issued}/O=Takt`,
      });
      const signed = path.join(folder, `machine-${issued}.pem`);
      await authority.signCertificateRequest(signed, request, { ...names, startDate, validity: VALID_DAYS });
      const file = path.join(own.ownCertFolder, "server.pem");
      await copyFile(signed, file);
      return file;
    },
    revoke: (certificateFile) => authority.revokeCertificate(certificateFile, {}),
  };
}
