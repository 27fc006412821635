import { X509Certificate } from "node:crypto";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { MessageSecurityMode, UserTokenType } from "node-opcua-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OpcuaServerOptions } from "../../../simulator/opcua/opcua-server-options.ts";
import { openCertificateIssuer } from "../../../simulator/testing/certificate-issuer.ts";
import { COLLECTOR_PROGRAM } from "../../testing/station-programs.ts";
import { machineEndpoint } from "../testing/machine-endpoint.ts";
import {
  COUNTER,
  NAMESPACE,
  type ScriptedMachine,
  startScriptedMachine,
} from "../testing/scripted-machine.ts";
import { NOT_SENT } from "./acknowledge-answer.ts";
import { Answering } from "./answering.ts";
import type { MachineEndpoint } from "./machine-endpoint.ts";
import { startMachineFeed } from "./machine-feed.ts";
import { listCertificates, trustServerCertificate } from "./server-trust.ts";
import { assertMachineIsMeant } from "./stack/assert-machine-is-meant.ts";

const POLICIES = ["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"] as const;
const MODES = ["Sign", "SignAndEncrypt"] as const;
const IDENTITIES = ["anonymous", "user", "certificate"] as const;
const NODE = `nsu=${NAMESPACE};s=${COUNTER}`;

let folder: string;
let machine: ScriptedMachine;
/** Typed at the panel: OPC UA wants it as UTF-8 (Part 4, 7.40.4). */
const PASSWORD = "Schlüßel zażółć";
const answering = new Answering(async () => NOT_SENT);
const running: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-security-"));
  machine = await startScriptedMachine(path.join(folder, "machine"), {
    policies: POLICIES,
    user: { name: "takt", password: PASSWORD },
    alsoAnonymous: true,
  });
  await trustServerCertificate(path.join(folder, "station"), machine.certificateFile);
});

afterEach(async () => {
  for (const part of running.splice(0)) await part.stop();
});

afterAll(async () => {
  answering.close();
  await machine.stop();
  await rm(folder, { recursive: true, force: true });
});

function endpoint(changes: Partial<MachineEndpoint> = {}): MachineEndpoint {
  const { endpointUrl } = machine;
  return machineEndpoint({ endpointUrl, pkiDir: path.join(folder, "station"), ...changes });
}

/** "read", or why not. */
async function outcome(changes: Partial<MachineEndpoint> = {}): Promise<string> {
  const answer = await answering.answer({ kind: "read", endpoint: endpoint(changes), nodes: [NODE] });
  if (!answer.ok) return answer.why;
  return JSON.stringify(answer.value).includes('"quality":"good"') ? "read" : "not good";
}

/** A machine whose certificate a person has trusted, whatever else is wrong with it. */
async function trusted(name: string, options: Partial<OpcuaServerOptions>): Promise<ScriptedMachine> {
  const other = await startScriptedMachine(path.join(folder, name), options);
  running.push(other);
  await trustServerCertificate(path.join(folder, "station"), other.certificateFile);
  return other;
}

describe("policies, modes and identities", () => {
  const all = POLICIES.flatMap((policy) =>
    MODES.flatMap((mode) => IDENTITIES.map((identity) => [policy, mode, identity] as const)),
  );

  test.each(all)("MM-12 %s, %s, %s connects and reads", async (securityPolicy, securityMode, identity) => {
    const user = identity === "user" ? { user: "takt", password: PASSWORD } : {};
    expect(await outcome({ securityPolicy, securityMode, identity, ...user })).toBe("read");
  });

  test("a wrong password is refused with each policy", async () => {
    for (const securityPolicy of POLICIES) {
      const refused = await outcome({ securityPolicy, identity: "user", user: "takt", password: "wrong" });
      expect(refused).toBe('The machine refuses the user "takt" or the password');
    }
  });
});

describe("no security", () => {
  test("U9 a machine that offers nothing else is refused unless its own mapping says None", async () => {
    const open = await startScriptedMachine(path.join(folder, "open"), {
      allowsNoSecurity: true,
      policies: [],
    });
    running.push(open);
    const { endpointUrl } = open;
    expect(await outcome({ endpointUrl })).toContain("no weaker one is tried");
    expect(await outcome({ endpointUrl, securityMode: "Sign" })).toContain("no weaker one is tried");
    expect(await open.sessionCount()).toBe(0);
    expect(await outcome({ endpointUrl, securityMode: "None" })).toBe("read");
  });

  test("U9 a password is never sent in the clear, though a signed machine asks for that", async () => {
    const certificate = new X509Certificate(await readFile(machine.certificateFile));
    const asked = (policy: string) => [
      {
        server: { applicationUri: "urn:test:machine:server" },
        securityMode: MessageSecurityMode.Sign,
        userIdentityTokens: [{ tokenType: UserTokenType.UserName, securityPolicyUri: policy }],
      },
    ];
    const meant = (policy: string, changes: Partial<MachineEndpoint>) => () =>
      assertMachineIsMeant(endpoint(changes), certificate, asked(policy) as never);
    const none = "http://opcfoundation.org/UA/SecurityPolicy#None";
    expect(meant(none, { user: "takt" })).toThrow("in the clear");
    expect(meant(none, {})).not.toThrow();
    expect(meant("", { user: "takt" })).not.toThrow();
  });
});

describe("certificates that a person has trusted", () => {
  test("U8 expired: refused", async () => {
    const certificate = { startDate: new Date("2020-01-01T00:00:00Z"), validityDays: 10 };
    const { endpointUrl } = await trusted("expired", { certificate });
    expect(await outcome({ endpointUrl })).toContain("expired or not valid yet");
  });

  test("U8 of another application: refused", async () => {
    const { endpointUrl } = await trusted("other-app", { certificate: { applicationUri: "urn:other" } });
    expect(await outcome({ endpointUrl })).toContain("belongs to another application");
  });

  test("U8 of another host: refused, until it is allowed for this one machine", async () => {
    const { endpointUrl } = await trusted("other-host", { certificate: { hostName: "elsewhere.example" } });
    expect(await outcome({ endpointUrl })).toContain("made out for another address");
    expect(await outcome({ endpointUrl, isAnyHost: true })).toBe("read");
  });

  test("U8 revoked by its issuer: refused in words, as soon as the list lies at the station", async () => {
    const issuer = await openCertificateIssuer(path.join(folder, "it"));
    const certificateFile = await issuer.issue(path.join(folder, "revoked"), "urn:test:machine:server");
    const { endpointUrl } = await trusted("revoked", {});
    const issuers = path.join(folder, "station", "issuers");
    await copyFile(issuer.certificateFile, path.join(issuers, "certs", "plant-ca.pem"));
    const takeList = () => copyFile(issuer.revocationFile, path.join(issuers, "crl", "plant-ca.crl"));
    await takeList();
    expect(await outcome({ endpointUrl })).toBe("read");
    await issuer.revoke(certificateFile);
    await takeList();
    answering.close(); // a session that is open already is not looked at again
    expect(await outcome({ endpointUrl })).toContain("server certificate is revoked");
  });

  test("U8 not trusted: refused, put aside with its fingerprint for a person to compare", async () => {
    const pkiDir = path.join(folder, "stranger");
    expect(await outcome({ pkiDir })).toContain("not trusted yet");
    const { machines } = await listCertificates(pkiDir);
    const shown = new X509Certificate(await readFile(machine.certificateFile));
    expect(machines).toMatchObject([{ sha256: shown.fingerprint256, trust: "rejected" }]);
  });
});

describe("U10 hostile servers", () => {
  const HEADER = 8;

  /** The acknowledgement of a well-behaved server, then whatever `then` does. */
  async function hostile(then: (socket: Socket) => void): Promise<string> {
    const sockets = new Set<Socket>();
    const server: Server = createServer((socket) => {
      sockets.add(socket.on("error", () => undefined)); // the station hangs up, as it should
      socket.once("data", () => {
        socket.cork(); // in one packet: the library changes its mind about limits in between
        socket.write(acknowledge());
        then(socket);
        socket.uncork();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    running.push({
      stop: async () => {
        for (const socket of sockets) socket.destroy();
        await new Promise((resolve) => server.close(resolve));
      },
    });
    const address = server.address();
    return `opc.tcp://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  }

  function acknowledge(): Buffer {
    const bytes = Buffer.alloc(HEADER + 20);
    bytes.write("ACKF");
    bytes.writeUInt32LE(bytes.length, 4);
    [0, 65_536, 65_536, 0, 0].forEach((word, index) => void bytes.writeUInt32LE(word, HEADER + index * 4));
    return bytes;
  }

  function chunk(kind: string, length: number): Buffer {
    const bytes = Buffer.alloc(64 * 1024, 1);
    bytes.write(kind);
    bytes.writeUInt32LE(length, 4);
    return bytes;
  }

  const endless = (socket: Socket): void => {
    const more = (): void => {
      if (!socket.destroyed) socket.write(chunk("OPNC", 64 * 1024), () => setImmediate(more));
    };
    socket.once("data", more);
  };

  test.each([
    ["chunks without end", endless],
    ["silence", () => undefined],
    ["hanging up", (socket: Socket) => void socket.destroy()],
  ])("%s: a refusal in words, and no memory lost", async (_what, then) => {
    const endpointUrl = await hostile(then);
    const before = process.memoryUsage().rss;
    expect(await outcome({ endpointUrl })).toContain(endpointUrl);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test.each([
    ["a chunk of 2 GB", (socket: Socket) => void socket.write(chunk("OPNF", 0x7fff_ffff))],
    ["garbage", (socket: Socket) => void socket.write(Buffer.alloc(100_000, 0xff))],
    ["a message too short to be one", (socket: Socket) => void socket.write(chunk("OPNF", 3))],
  ])("%s does not end the process that listens to the other machines", async (_what, then) => {
    const logged: string[] = [];
    const feed = startMachineFeed(
      { machines: [], signalFolder: null },
      {
        signals: () => undefined,
        status: () => undefined,
        gap: () => undefined,
        alarms: () => undefined,
        link: () => undefined,
        latest: () => undefined,
        log: (level, message) => void logged.push(`${level} ${message}`),
      },
      COLLECTOR_PROGRAM,
    );
    running.push(feed);
    const endpointUrl = await hostile(then);
    const asked = await feed.ask({ kind: "read", endpoint: endpoint({ endpointUrl }), nodes: [NODE] });
    expect(asked).toMatchObject({ refusal: { reason: "machine" } });
    expect(await feed.ask({ kind: "read", endpoint: endpoint(), nodes: [NODE] })).toMatchObject({ ok: true });
    expect(logged.filter((line) => line.includes("process ended"))).toEqual([]);
  });
});
