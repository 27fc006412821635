import type { LineFault } from "../../../shared/screen/sync-trouble.ts";

/** Codes of Node for what it found in a certificate. */
const OF_CERTIFICATES: ReadonlyMap<string, LineFault> = new Map([
  ["SELF_SIGNED_CERT_IN_CHAIN", "certificate-unknown"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "certificate-unknown"],
  ["UNABLE_TO_GET_ISSUER_CERT", "certificate-unknown"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "certificate-unknown"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "certificate-unknown"],
  ["CERT_SIGNATURE_FAILURE", "certificate-unknown"],
  ["CERT_UNTRUSTED", "certificate-unknown"],
  ["CERT_HAS_EXPIRED", "certificate-expired"],
  ["CERT_NOT_YET_VALID", "certificate-early"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "certificate-name"],
]);

/** A handshake that fails while the request is written is an EPROTO, and only OpenSSL's own words say why. */
const OLD = /unsupported protocol|alert protocol version|version too low/i;
const PLAIN = /wrong version number|packet length too long|http request/i;
const OTHERWISE_TLS =
  /^(EPROTO$|ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_|UNSPECIFIED$)/;

/** @returns undefined when the line broke for reasons that have nothing to do with TLS */
export function lineFaultOf(error: unknown): LineFault | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  const ofCertificate = OF_CERTIFICATES.get(error.code);
  if (ofCertificate !== undefined) return ofCertificate;
  if (!OTHERWISE_TLS.test(error.code)) return undefined;
  if (OLD.test(error.message)) return "tls-too-old";
  return PLAIN.test(error.message) ? "not-tls" : "tls-refused";
}
