import { X509Certificate } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import {
  type ClientSession,
  type EndpointDescription,
  MessageSecurityMode,
  OPCUAClient,
  type OPCUAClientOptions,
  SecurityPolicy,
  type UserIdentityInfo,
  UserTokenType,
  Variant,
} from "node-opcua-client";
import { connectFailure } from "../connect-failure.ts";
import type { MachineEndpoint } from "../machine-endpoint.ts";
import { forgetRejectionsOfTrusted, OWN_CERTIFICATE } from "../server-trust.ts";
import { assertMachineIsMeant } from "./assert-machine-is-meant.ts";
import { certificateName, ownApplicationUri, TrustedMachines } from "./certificates.ts";
import { ensureOwnCertificate } from "./own-certificate.ts";

export const DEFAULT_SESSION_TIMEOUT_MS = 60_000;
const ANSWER_WITHIN_MS = 5_000;
const RETRY_AFTER_CUT_MS = 100;
/** Limits against a hostile or broken server; a full notification (see MOST_PER_NOTIFICATION) is below one megabyte. */
const MOST_OF_A_MESSAGE = { maxMessageSize: 8 * 1024 * 1024, maxChunkCount: 256 };
Variant.maxArrayLength = 100_000;

/** A session, and how to end it together with its connection. */
export interface Connection {
  readonly client: OPCUAClient;
  readonly session: ClientSession;
  /** What the machine has shown, trusted by now; null without security. */
  readonly certificate: X509Certificate | null;
}

/**
 * Connects, proves who the other one is, and does something with the session.
 *
 * @param work when it fails, everything opened is closed again
 * @throws Error with a message for people
 */
export async function connectToMachine<Outcome>(
  endpoint: MachineEndpoint,
  work: (connection: Connection) => Promise<Outcome>,
): Promise<Outcome> {
  const certificates = new TrustedMachines(endpoint.pkiDir);
  await mkdir(endpoint.pkiDir, { recursive: true, mode: 0o700 });
  await forgetRejectionsOfTrusted(endpoint.pkiDir);
  const { client, connect } = await createClient(endpoint, certificates);
  try {
    await connect();
    const { accepted } = certificates;
    if (accepted) assertMachineIsMeant(endpoint, accepted, await provenEndpoints(client));
    const session = await client.createSession(await identityOf(endpoint, certificates));
    return await work({ client, session, certificate: accepted ?? null });
  } catch (error) {
    await client.disconnect().catch(() => undefined); // the reason below is the one that matters
    const own = await certificateName(path.join(endpoint.pkiDir, OWN_CERTIFICATE)).catch(() => undefined);
    const { refused } = certificates;
    const context = { endpoint, ...(refused ? { refused } : {}), ...(own ? { own } : {}) };
    if (error instanceof MachineMisses) throw new Error(error.message, { cause: error });
    throw connectFailure(error, context);
  }
}

/** A client with this station's own certificate. */
export async function createClient(
  endpoint: MachineEndpoint,
  certificates: TrustedMachines,
): Promise<{ readonly client: OPCUAClient; connect(): Promise<void> }> {
  const applicationUri = (await ownApplicationUri(endpoint.pkiDir)) ?? endpoint.applicationUri;
  await ensureOwnCertificate(certificates, applicationUri);
  const client = OPCUAClient.create(clientOptions({ ...endpoint, applicationUri }, certificates));
  return { client, connect: () => client.connect(endpoint.endpointUrl) };
}

/**
 * Asked once more through the secured channel: the library keeps this list, and what somebody in between may have put into
 * the first one is forgotten (U9).
 */
async function provenEndpoints(client: OPCUAClient): Promise<readonly EndpointDescription[]> {
  const { securityMode, securityPolicy } = client;
  const all = await client.getEndpoints();
  return all.filter((it) => it.securityMode === securityMode && it.securityPolicyUri === securityPolicy);
}

/** The machine was reached, but lacks what is configured; the message is for people. */
export class MachineMisses extends Error {}

function clientOptions(endpoint: MachineEndpoint, certificates: TrustedMachines): OPCUAClientOptions {
  const policy = endpoint.securityPolicy ?? "Basic256Sha256";
  const isOpen = endpoint.securityMode === "None";
  const { answerWithinMs = ANSWER_WITHIN_MS } = endpoint;
  return {
    applicationName: "Takt station",
    applicationUri: endpoint.applicationUri,
    clientName: "Takt station",
    securityMode: MessageSecurityMode[endpoint.securityMode],
    securityPolicy: isOpen ? SecurityPolicy.None : SecurityPolicy[policy],
    clientCertificateManager: certificates,
    certificateFile: path.join(endpoint.pkiDir, OWN_CERTIFICATE),
    privateKeyFile: certificates.privateKey,
    endpointMustExist: false,
    keepSessionAlive: true,
    keepAliveInterval: answerWithinMs,
    requestedSessionTimeout: endpoint.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS,
    transportTimeout: answerWithinMs,
    defaultTransactionTimeout: answerWithinMs,
    // One retry at the first connect, where a precise reason is wanted; after a cut the library retries for ever.
    connectionStrategy: {
      maxRetry: 1,
      initialDelay: RETRY_AFTER_CUT_MS,
      maxDelay: 1_000,
      randomisationFactor: 0.2,
    },
    transportSettings: MOST_OF_A_MESSAGE,
  };
}

/** With a certificate the station is its own user: the machine's maker decides what a station may read. */
async function identityOf(
  { identity, user, password, pkiDir }: MachineEndpoint,
  certificates: TrustedMachines,
): Promise<UserIdentityInfo> {
  if (identity === "certificate") {
    const certificate = new X509Certificate(await readFile(path.join(pkiDir, OWN_CERTIFICATE)));
    const privateKey = await readFile(certificates.privateKey, "utf8");
    return { type: UserTokenType.Certificate, certificateData: certificate.raw, privateKey };
  }
  if (user === undefined) return { type: UserTokenType.Anonymous };
  return { type: UserTokenType.UserName, userName: user, password: password ?? "" };
}
