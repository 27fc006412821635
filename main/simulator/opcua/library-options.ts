import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import path from "node:path";
import { MessageSecurityMode, SecurityPolicy } from "node-opcua-client";
import type { CertificateManager } from "node-opcua-pki";
import type { OPCUAServerOptions } from "node-opcua-server";
import { type CompanionModel, MODEL_FILES } from "./opcua-description.ts";
import type { OpcuaServerOptions } from "./opcua-server-options.ts";

/** What the library is told of a server. */
export function libraryOptions(
  options: OpcuaServerOptions,
  certificates: CertificateManager,
  certificateFile: string,
): OPCUAServerOptions {
  // The library types its own subclass of CertificateManager here, with private members; it calls no more
  // than the methods MachineCertificates has.
  const store = certificates as unknown as NonNullable<OPCUAServerOptions["userCertificateManager"]>;
  const none = options.allowsNoSecurity === true;
  const policies = (options.policies ?? ["Basic256Sha256"]).map((name) => SecurityPolicy[name]);
  return {
    port: options.port,
    host: "127.0.0.1",
    hostname: "127.0.0.1",
    ...(options.advertisedPort === undefined
      ? {}
      : { advertisedEndpoints: `opc.tcp://127.0.0.1:${options.advertisedPort}` }),
    certificateFile,
    privateKeyFile: certificates.privateKey,
    serverCertificateManager: store,
    userCertificateManager: store,
    serverInfo: { applicationUri: options.applicationUri, productUri: "urn:takt:simulator" },
    buildInfo: { productName: "Takt simulated machine" },
    nodesets: modelFiles(options.models ?? []),
    securityPolicies: [...policies, ...(none ? [SecurityPolicy.None] : [])],
    securityModes: [
      MessageSecurityMode.SignAndEncrypt,
      MessageSecurityMode.Sign,
      ...(none ? [MessageSecurityMode.None] : []),
    ],
    allowAnonymous: options.user === undefined || options.alsoAnonymous === true,
    ...(options.user === undefined ? {} : { userManager: onlyUser(options.user) }),
    maxConnectionsPerEndpoint: 50,
    // 0: each change is kept for a client that asks for that; otherwise changes within 50 ms become one.
    serverCapabilities: { maxSessions: 50, minSupportedSampleRate: 0 },
    isAuditing: false,
  };
}

/** The models ship with a package that the server library brings along. */
function modelFiles(models: readonly CompanionModel[]): string[] {
  const library = createRequire(import.meta.url).resolve("node-opcua-server");
  const folder = path.join(
    path.dirname(createRequire(library).resolve("node-opcua-nodesets")),
    "../nodesets",
  );
  const names = models.map((model) => MODEL_FILES[model]);
  return ["Opc.Ua.NodeSet2.xml", ...names].map((name) => path.join(folder, name));
}

function onlyUser(user: { readonly name: string; readonly password: string }) {
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const expected = digest(user.password);
  return {
    isValidUser: (name: string, password: string) => name === user.name && digest(password) === expected,
  };
}
