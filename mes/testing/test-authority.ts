import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIPv4 } from "node:net";

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

/**
 * A certificate authority of a plant, made in a millisecond: X.509 v3 (RFC 5280) with P-256 keys and no more fields than a
 * TLS server needs. The library that is at hand makes RSA keys alone, which would cost seconds a test.
 */
export interface TestAuthority {
  /** Its own certificate, PEM: a line of a station's CA file. */
  readonly cert: string;
  issue(content?: CertificateContent): Issued;
  /** An authority that this one has signed. */
  subordinate(name: string): TestAuthority;
}

const HOUR_MS = 3_600_000;
const ECDSA_WITH_SHA256 = oid("2a8648ce3d040302");
const COMMON_NAME = oid("550403");
const BASIC_CONSTRAINTS = oid("551d13");
const SUBJECT_ALT_NAME = oid("551d11");

interface Signer {
  readonly name: string;
  readonly key: KeyObject;
}

export function createTestAuthority(name = "Plant CA", parent?: Signer): TestAuthority {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const own: Signer = { name, key: privateKey };
  const isAuthority = [
    der(0x30, BASIC_CONSTRAINTS, der(0x01, byte(0xff)), der(0x04, der(0x30, der(0x01, byte(0xff))))),
  ];
  return {
    cert: certificate({ subject: name, publicKey, issuer: parent ?? own, extensions: isAuthority }),
    issue({ names = ["127.0.0.1", "localhost"], validFrom, validTo } = {}) {
      const leaf = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const altNames = der(0x30, SUBJECT_ALT_NAME, der(0x04, der(0x30, ...names.map(generalName))));
      const content = { subject: "MES", publicKey: leaf.publicKey, issuer: own, extensions: [altNames] };
      return {
        cert: certificate({ ...content, validFrom, validTo }),
        key: leaf.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      };
    },
    subordinate: (subordinateName) => createTestAuthority(subordinateName, own),
  };
}

interface ToBeSigned {
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly issuer: Signer;
  readonly extensions: readonly Buffer[];
  readonly validFrom?: Date | undefined;
  readonly validTo?: Date | undefined;
}

function certificate({ subject, publicKey, issuer, extensions, validFrom, validTo }: ToBeSigned): string {
  const from = validFrom ?? new Date(Date.now() - HOUR_MS);
  const to = validTo ?? new Date(Date.now() + 90 * 24 * HOUR_MS);
  const toBeSigned = der(
    0x30,
    der(0xa0, der(0x02, byte(2))),
    der(0x02, byte(1), randomBytes(15)),
    der(0x30, ECDSA_WITH_SHA256),
    distinguishedName(issuer.name),
    der(0x30, utcTime(from), utcTime(to)),
    distinguishedName(subject),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(0x30, ...extensions)),
  );
  const signature = sign("sha256", toBeSigned, issuer.key);
  const whole = der(0x30, toBeSigned, der(0x30, ECDSA_WITH_SHA256), der(0x03, byte(0), signature));
  const lines = whole.toString("base64").replaceAll(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function distinguishedName(commonName: string): Buffer {
  return der(0x30, der(0x31, der(0x30, COMMON_NAME, der(0x0c, Buffer.from(commonName)))));
}

function generalName(name: string): Buffer {
  if (isIPv4(name)) return der(0x87, Buffer.from(name.split(".").map(Number)));
  return der(0x82, Buffer.from(name, "latin1"));
}

/** Of the years 1950 to 2049. */
function utcTime(at: Date): Buffer {
  return der(0x17, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, "").slice(2, 14)}Z`, "latin1"));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function byte(value: number): Buffer {
  return Buffer.from([value]);
}

/** Tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const bytes = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), content]);
}
