import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createSecureContext } from "node:tls";

export interface IdentityFiles {
  /** PEM: the certificate of the MES first, then those between it and the authority that stations trust. */
  readonly certFile: string;
  /** PEM, without a passphrase: nobody is there to enter one when the MES starts at night. */
  readonly keyFile: string;
}

/** Certificate and key as they were read, and found to belong together. */
export interface ServerIdentity {
  readonly cert: string;
  readonly key: string;
  readonly subject: string;
  readonly validToUtc: string;
}

/** The files cannot be used; the message says which one and why, and nothing of the key. */
export class ServerIdentityError extends Error {
  override readonly name = "ServerIdentityError";
}

/** @throws ServerIdentityError */
export async function readServerIdentity({ certFile, keyFile }: IdentityFiles): Promise<ServerIdentity> {
  const [cert, key] = await Promise.all([read(certFile), read(keyFile)]);
  const certificate = orRefuse(
    `${certFile} holds no certificate in PEM form`,
    () => new X509Certificate(cert),
  );
  if (/ENCRYPTED/.test(key))
    throw new ServerIdentityError(`${keyFile} is protected by a passphrase; the MES needs a key without one`);
  const privateKey = orRefuse(`${keyFile} holds no private key in PEM form`, () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey))
    throw new ServerIdentityError(`The key in ${keyFile} is not the one of the certificate in ${certFile}`);
  // The same that the server does with it: a chain of which half is there, or a key too short for TLS, shows only here.
  orRefuse(
    `${certFile} cannot be shown as it is: what follows the certificate is damaged, or its key is too weak`,
    () => createSecureContext({ cert, key }),
  );
  const validToUtc = new Date(certificate.validTo).toISOString();
  return { cert, key, subject: certificate.subjectAltName ?? certificate.subject, validToUtc };
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new ServerIdentityError(`${file} cannot be read`, { cause });
  }
}

function orRefuse<Value>(message: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (cause) {
    throw new ServerIdentityError(message, { cause });
  }
}
