import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { type EndpointDescription, MessageSecurityMode, UserTokenType } from "node-opcua-client";
import type { MachineEndpoint } from "../machine-endpoint.ts";

/**
 * A trusted certificate must also be the one of this machine (Part 4 §6.1.3): of its address and of the application that
 * answers; the library checks neither. And no password leaves the station in the clear, whatever the machine asks for.
 *
 * @param certificate what the channel is secured with
 * @param answered the machine's endpoints of our mode and policy
 * @throws Error named after the status code of the standard
 */
export function assertMachineIsMeant(
  { endpointUrl, isAnyHost, identity, user }: MachineEndpoint,
  certificate: X509Certificate,
  answered: readonly EndpointDescription[],
): void {
  if (answered.length === 0) throw new Error("Cannot find an end point");
  if (isAnyHost !== true && !isOfHost(certificate, hostOf(endpointUrl))) {
    throw new Error("BadCertificateHostNameInvalid");
  }
  const uris = [...(certificate.subjectAltName ?? "").matchAll(/URI:([^,\s]+)/g)].map(([, uri]) => uri);
  if (!answered.every(({ server }) => uris.includes(server.applicationUri ?? ""))) {
    throw new Error("BadCertificateUriInvalid");
  }
  if (identity !== "certificate" && user !== undefined && answered.some(wantsItInTheClear)) {
    throw new Error("BadIdentityTokenRejected: password in the clear");
  }
}

function hostOf(endpointUrl: string): string {
  return new URL(endpointUrl.replace(/^opc\.tcp:/, "http:")).hostname.replace(/^\[|\]$/g, "");
}

function isOfHost(certificate: X509Certificate, host: string): boolean {
  if (isIP(host) > 0) return certificate.checkIP(host) !== undefined;
  return certificate.checkHost(host, { subject: "never" }) !== undefined;
}

function wantsItInTheClear({ securityMode, userIdentityTokens }: EndpointDescription): boolean {
  if (securityMode === MessageSecurityMode.SignAndEncrypt) return false;
  const policy = (userIdentityTokens ?? []).find(({ tokenType }) => tokenType === UserTokenType.UserName);
  return policy?.securityPolicyUri?.endsWith("#None") === true;
}
