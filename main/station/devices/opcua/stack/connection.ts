import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import {
  type ClientSession,
  MessageSecurityMode,
  OPCUAClient,
  type OPCUAClientOptions,
  SecurityPolicy,
  type UserIdentityInfo,
  UserTokenType,
} from "node-opcua-client";
import { connectFailureWords } from "../connect-failure.ts";
import type { MachineEndpoint } from "../machine-endpoint.ts";
import { forgetRejectionsOfTrusted } from "../server-trust.ts";
import { certificateName, OWN_CERTIFICATE, ownApplicationUri, TrustedMachines } from "./certificates.ts";

const DEFAULT_SESSION_TIMEOUT_MS = 60_000;
const REQUEST_TIMEOUT_MS = 5_000;
const RETRY_AFTER_CUT_MS = 100;

/** A session, and how to end it together with its connection. */
export interface Connection {
  readonly client: OPCUAClient;
  readonly session: ClientSession;
}

/** Makes its certificate at the very first connect; two machines at once would each make one. */
let ownCertificate: Promise<unknown> = Promise.resolve();

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
  const applicationUri = (await ownApplicationUri(endpoint.pkiDir)) ?? endpoint.applicationUri;
  const client = OPCUAClient.create(clientOptions({ ...endpoint, applicationUri }, certificates));
  try {
    await withOwnCertificate(endpoint.pkiDir, () => client.connect(endpoint.endpointUrl));
    const session = await client.createSession(identityOf(endpoint));
    return await work({ client, session });
  } catch (error) {
    await client.disconnect().catch(() => undefined); // the reason below is the one that matters
    const own = await certificateName(path.join(endpoint.pkiDir, OWN_CERTIFICATE)).catch(() => undefined);
    const { refused } = certificates;
    const context = { endpoint, ...(refused ? { refused } : {}), ...(own ? { own } : {}) };
    const words = error instanceof MachineMisses ? error.message : connectFailureWords(error, context);
    throw new Error(words, { cause: error });
  }
}

async function withOwnCertificate(pkiDir: string, connect: () => Promise<void>): Promise<void> {
  if (existsSync(path.join(pkiDir, OWN_CERTIFICATE))) return connect();
  const before = ownCertificate;
  const attempt = before.then(connect);
  ownCertificate = attempt.catch(() => undefined); // its own caller is told
  return attempt;
}

/** The machine was reached, but lacks what is configured; the message is for people. */
export class MachineMisses extends Error {}

function clientOptions(endpoint: MachineEndpoint, certificates: TrustedMachines): OPCUAClientOptions {
  const policy = endpoint.securityPolicy ?? "Basic256Sha256";
  const isOpen = endpoint.securityMode === "None";
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
    keepAliveInterval: REQUEST_TIMEOUT_MS,
    requestedSessionTimeout: endpoint.sessionTimeoutMs ?? DEFAULT_SESSION_TIMEOUT_MS,
    transportTimeout: REQUEST_TIMEOUT_MS,
    defaultTransactionTimeout: REQUEST_TIMEOUT_MS,
    // One retry at the first connect, where a precise reason is wanted; after a cut the library retries for ever.
    connectionStrategy: {
      maxRetry: 1,
      initialDelay: RETRY_AFTER_CUT_MS,
      maxDelay: 1_000,
      randomisationFactor: 0.2,
    },
    // Limits against a hostile or broken server; a machine's notification is a few kilobytes.
    transportSettings: { maxMessageSize: 16 * 1024 * 1024, maxChunkCount: 256 },
  };
}

function identityOf({ user, password }: MachineEndpoint): UserIdentityInfo {
  if (user === undefined) return { type: UserTokenType.Anonymous };
  return { type: UserTokenType.UserName, userName: user, password: password ?? "" };
}
