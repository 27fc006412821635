import {
  AttributeIds,
  type ClientSession,
  type DataValue,
  MessageSecurityMode,
  OPCUAClient,
  SecurityPolicy,
  StatusCodes,
  TimestampsToReturn,
  type UserIdentityInfo,
} from "node-opcua-client";
import { CertificateManager } from "node-opcua-pki";

export interface MachineClientOptions {
  readonly endpointUrl: string;
  readonly pkiDir: string;
  readonly policy?: keyof typeof SecurityPolicy;
  readonly mode?: "Sign" | "SignAndEncrypt" | "None";
  readonly user?: UserIdentityInfo;
}

/** A client that is not the station's, so that the simulator is judged by somebody else. */
export interface MachineClient {
  readonly session: ClientSession;
  /** @param id identifier in the machine's namespace, which is looked up by its address */
  read(namespaceUri: string, id: string): Promise<DataValue>;
  /** Every change from now on. */
  watch(namespaceUri: string, ids: readonly string[]): Promise<readonly DataValue[][]>;
  close(): Promise<void>;
}

/** Trusts any machine: trust is tested at the station. */
class AnyMachine extends CertificateManager {
  referenceCounter = 0;

  async checkCertificate() {
    return StatusCodes.Good;
  }

  async getTrustStatus() {
    return StatusCodes.Good;
  }
}

export async function connectTo(options: MachineClientOptions): Promise<MachineClient> {
  const { endpointUrl, pkiDir, policy = "Basic256Sha256", mode = "SignAndEncrypt", user } = options;
  const certificates = new AnyMachine({ location: pkiDir, disableFileWatchers: true });
  await certificates.initialize();
  const client = OPCUAClient.create({
    clientCertificateManager: certificates,
    applicationName: "TestClient",
    endpointMustExist: false,
    securityPolicy: SecurityPolicy[policy],
    securityMode: MessageSecurityMode[mode],
    connectionStrategy: { maxRetry: 0, initialDelay: 10, maxDelay: 20 },
    transportTimeout: 3_000,
  });
  await client.connect(endpointUrl);
  const session = await client.createSession(user).catch(async (cause: unknown) => {
    await client.disconnect();
    throw cause;
  });
  const nodeIdOf = async (namespaceUri: string, id: string) =>
    `ns=${(await session.readNamespaceArray()).indexOf(namespaceUri)};s=${id}`;
  return {
    session,
    read: async (namespaceUri, id) =>
      session.read({ nodeId: await nodeIdOf(namespaceUri, id), attributeId: AttributeIds.Value }),
    watch: async (namespaceUri, ids) => {
      const nodeIds = await Promise.all(ids.map((id) => nodeIdOf(namespaceUri, id)));
      return watchNodes(session, nodeIds);
    },
    close: async () => {
      await session.close().catch(() => undefined); // the machine may be gone, as a test wanted it
      await client.disconnect();
    },
  };
}

async function watchNodes(session: ClientSession, nodeIds: readonly string[]): Promise<DataValue[][]> {
  const subscription = await session.createSubscription2({
    requestedPublishingInterval: 50,
    publishingEnabled: true,
  });
  const received: DataValue[][] = nodeIds.map(() => []);
  const group = await subscription.monitorItems(
    nodeIds.map((nodeId) => ({ nodeId, attributeId: AttributeIds.Value })),
    { samplingInterval: 0, queueSize: 100_000, discardOldest: true },
    TimestampsToReturn.Both,
  );
  group.on("changed", (_item, value, index) => received[index]?.push(value));
  return received;
}
