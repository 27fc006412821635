import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createSecureContext, getCACertificates, type SecureContext } from "node:tls";
import { MesError } from "./mes-error.ts";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Whose word the station takes for who the MES is: the certificates of the plant's file, or, without one, those that the
 * operating system trusts. The file is read anew for each request, so that a change of authorities needs no restart: the
 * old and the new one stand in it side by side for a while (N11).
 */
export class TrustedAuthorities {
  readonly #caFile: string | null;
  #text: string | undefined;
  #context: SecureContext | undefined;

  constructor(caFile: string | null) {
    this.#caFile = caFile;
  }

  /** The same object as long as nothing has changed. @throws MesError "ca-file"; nothing else is trusted in its place */
  async context(): Promise<SecureContext> {
    const text = this.#caFile === null ? "" : await readAuthorities(this.#caFile);
    if (this.#context !== undefined && text === this.#text) return this.#context;
    const ca = this.#caFile === null ? getCACertificates("system") : certificatesIn(text, this.#caFile);
    // Whatever a plant puts into its own file it trusts, also an authority that another one has signed.
    const allowPartialTrustChain = this.#caFile !== null;
    this.#context = createSecureContext({ ca, minVersion: "TLSv1.2", allowPartialTrustChain });
    this.#text = text;
    return this.#context;
  }
}

async function readAuthorities(caFile: string): Promise<string> {
  try {
    return await readFile(caFile, "utf8");
  } catch (cause) {
    throw new MesError("ca-file", `${caFile} cannot be read`, { cause });
  }
}

function certificatesIn(text: string, caFile: string): string[] {
  const certificates = text.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) throw new MesError("ca-file", `${caFile} holds no certificate in PEM form`);
  try {
    for (const certificate of certificates) new X509Certificate(certificate);
  } catch (cause) {
    throw new MesError("ca-file", `${caFile} holds a certificate that cannot be read`, { cause });
  }
  return certificates;
}
