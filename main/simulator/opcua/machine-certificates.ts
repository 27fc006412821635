import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
// The vocabulary (status codes, data types) of the library's two halves is exported by its client package only.
import { StatusCodes } from "node-opcua-client";
import { CertificateManager } from "node-opcua-pki";
import type { OpcuaServerOptions } from "./opcua-server-options.ts";

/**
 * The machine's side of trust. A real machine's maker decides whom to let in; the simulated one takes any
 * valid client, so that connecting to it needs no step at the machine.
 */
class MachineCertificates extends CertificateManager {
  referenceCounter = 0;
  /** The library asks for clients with a promise, and for users with a callback. */
  async checkCertificate(
    _certificate?: unknown,
    tell?: (error: null, status: typeof StatusCodes.Good) => void,
  ) {
    tell?.(null, StatusCodes.Good);
    return StatusCodes.Good;
  }
  async getTrustStatus() {
    return StatusCodes.Good;
  }
}

export type CertificateOptions = Pick<
  OpcuaServerOptions,
  "pkiDir" | "applicationUri" | "certificate" | "productName"
>;

/** Makes a machine's key and certificate, once. */
export async function openCertificates(options: CertificateOptions) {
  const certificates = new MachineCertificates({ location: options.pkiDir, disableFileWatchers: true });
  await certificates.initialize();
  const certificateFile = await ensureOwnCertificate(certificates, options);
  return { certificates, certificateFile };
}

async function ensureOwnCertificate(certificates: CertificateManager, options: CertificateOptions) {
  const file = path.join(certificates.ownCertFolder, "server.pem");
  const existing = await readFile(file).catch(() => undefined); // first start: there is none yet
  if (existing) return file;
  const { applicationUri, certificate: flaws = {}, productName = "CNC Lathe 2" } = options;
  await certificates.createSelfSignedCertificate({
    applicationUri: flaws.applicationUri ?? applicationUri,
    dns: flaws.hostName === undefined ? [hostname(), "localhost"] : [flaws.hostName],
    ip: flaws.hostName === undefined ? ["127.0.0.1"] : [],
    outputFile: file,
    subject: `/CN=${productName} (simulated)/O=Takt`,
    startDate: flaws.startDate ?? new Date(),
    validity: flaws.validityDays ?? 365 * 10,
  });
  return file;
}
