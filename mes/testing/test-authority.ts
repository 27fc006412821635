import "reflect-metadata"; // what the certificate library is built on needs it
import type { webcrypto } from "node:crypto";
import { isIPv4 } from "node:net";
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

/** What a certificate says; everything has a default that a station on this machine accepts. */
export interface CertificateContent {
  /** DNS names and IPv4 addresses. */
  readonly names?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

/** PEM, as it lies in the files of a MES. */
export interface Issued {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority of a plant, made in a millisecond: its keys are of P-256. */
export interface TestAuthority {
  /** Its own certificate, PEM: a line of a station's CA file. */
  readonly cert: string;
  issue(content?: CertificateContent): Promise<Issued>;
  /** An authority that this one has signed. */
  subordinate(name: string): Promise<TestAuthority>;
}

const HOUR_MS = 3_600_000;
const P256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

interface Signer {
  readonly name: string;
  readonly keys: webcrypto.CryptoKeyPair;
}

export async function createTestAuthority(name = "Plant CA", parent?: Signer): Promise<TestAuthority> {
  const own: Signer = { name, keys: await newKeys() };
  const isAuthority = new BasicConstraintsExtension(true, undefined, true);
  return {
    cert: await certificate({ subject: own, issuer: parent ?? own, extension: isAuthority }),
    async issue({ names = ["127.0.0.1", "localhost"], validFrom, validTo } = {}) {
      const subject: Signer = { name: "MES", keys: await newKeys() };
      const extension = new SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIPv4(value) ? "ip" : "dns", value })),
      );
      const key = await crypto.subtle.exportKey("pkcs8", subject.keys.privateKey);
      return {
        cert: await certificate({ subject, issuer: own, extension, validFrom, validTo }),
        key: PemConverter.encode(key, "PRIVATE KEY"),
      };
    },
    subordinate: (subordinateName) => createTestAuthority(subordinateName, own),
  };
}

const newKeys = () => crypto.subtle.generateKey(P256, true, ["sign", "verify"]);

interface ToBeSigned {
  readonly subject: Signer;
  readonly issuer: Signer;
  readonly extension: BasicConstraintsExtension | SubjectAlternativeNameExtension;
  readonly validFrom?: Date | undefined;
  readonly validTo?: Date | undefined;
}

async function certificate({ subject, issuer, extension, validFrom, validTo }: ToBeSigned): Promise<string> {
  const made = await X509CertificateGenerator.create({
    subject: `CN=${subject.name}`,
    issuer: `CN=${issuer.name}`,
    notBefore: validFrom ?? new Date(Date.now() - HOUR_MS),
    notAfter: validTo ?? new Date(Date.now() + 90 * 24 * HOUR_MS),
    publicKey: subject.keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: P256,
    extensions: [extension],
  });
  return made.toString("pem");
}
