import { X509Certificate } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { type EndpointDescription, MessageSecurityMode, UserTokenType } from "node-opcua-client";
import type { OfferedEndpoint, OfferedEndpoints } from "../../../../../shared/screen/commissioning.ts";
import { connectFailure } from "../connect-failure.ts";
import type { MachineEndpoint } from "../machine-endpoint.ts";
import { certificateView } from "../server-trust.ts";
import { TrustedMachines } from "./certificates.ts";
import { createClient } from "./connection.ts";

const USABLE_POLICIES = ["None", "Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"];
const MODES = ["None", "Sign", "SignAndEncrypt"] as const;
/** A server lists a few; a hostile one might list thousands. */
const MOST_OFFERS = 50;

/**
 * What a server offers before anyone logs in, asked over an open channel as the standard wants it; so nothing of it is
 * proven, and the session later proves it again. The certificate is put aside for a person to compare and approve.
 *
 * @throws Error with a message for people
 */
export async function readOffers(endpoint: MachineEndpoint): Promise<OfferedEndpoints> {
  const certificates = new TrustedMachines(endpoint.pkiDir);
  await mkdir(endpoint.pkiDir, { recursive: true, mode: 0o700 });
  const open: MachineEndpoint = { ...endpoint, securityMode: "None", identity: "anonymous" };
  const { client, connect } = await createClient(open, certificates);
  try {
    await connect();
    const endpoints = (await client.getEndpoints()).slice(0, MOST_OFFERS);
    return await offersOf(endpoints, endpoint.pkiDir, certificates);
  } catch (error) {
    throw connectFailure(error, { endpoint });
  } finally {
    await client.disconnect().catch(() => undefined); // what was read, or why it could not be, is what counts
  }
}

async function offersOf(
  endpoints: readonly EndpointDescription[],
  pkiDir: string,
  certificates: TrustedMachines,
): Promise<OfferedEndpoints> {
  const [first] = endpoints;
  const shown = endpoints.find(({ serverCertificate }) => serverCertificate?.length > 0);
  const certificate = shown && new X509Certificate(shown.serverCertificate);
  const view = certificate && (await certificateView(pkiDir, certificate));
  if (certificate && view?.trust === "unknown") await certificates.putAside(certificate.raw);
  return {
    applicationName: first?.server.applicationName.text ?? "",
    applicationUri: first?.server.applicationUri ?? "",
    certificate: view ?? null,
    offers: endpoints.toSorted((left, right) => right.securityLevel - left.securityLevel).map(offerOf),
  };
}

function offerOf({
  securityMode,
  securityPolicyUri,
  userIdentityTokens,
}: EndpointDescription): OfferedEndpoint {
  const policy = (securityPolicyUri ?? "").split("#").at(-1) ?? "";
  const mode = MODES.find((name) => MessageSecurityMode[name] === securityMode) ?? "None";
  const kinds = new Set((userIdentityTokens ?? []).map(({ tokenType }) => tokenType));
  const offered = [
    [UserTokenType.Anonymous, "anonymous"],
    [UserTokenType.UserName, "user"],
    [UserTokenType.Certificate, "certificate"],
  ] as const;
  const identities = offered.flatMap(([kind, name]) => (kinds.has(kind) ? [name] : []));
  return { mode, policy, identities, isUsable: USABLE_POLICIES.includes(policy) };
}
