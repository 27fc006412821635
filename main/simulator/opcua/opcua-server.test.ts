import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { UserTokenType } from "node-opcua-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectTo, type MachineClientOptions } from "../testing/machine-client.ts";
import { ensureCertificate, type RunningOpcuaServer, startOpcuaServer } from "./opcua-server.ts";

const URI = "urn:test:server";
const POLICIES = ["Basic256Sha256", "Aes128_Sha256_RsaOaep", "Aes256_Sha256_RsaPss"] as const;

let folder: string;
let server: RunningOpcuaServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt server "));
  server = await startOpcuaServer({
    port: 0,
    pkiDir: path.join(folder, "pki"),
    applicationUri: URI,
    namespaceUri: URI,
    policies: POLICIES,
    user: { name: "takt", password: "right" },
    alsoAnonymous: true,
    nodes: [{ id: "Level", dataType: "Float", unit: { code: "CEL", sign: "°C" } }],
  });
  server.write("Level", 21.5);
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function levelFor(options: Partial<MachineClientOptions>): Promise<unknown> {
  const { endpointUrl } = server;
  const client = await connectTo({ endpointUrl, pkiDir: path.join(folder, "client"), ...options });
  try {
    return (await client.read(URI, "Level")).value.value;
  } finally {
    await client.close();
  }
}

describe("security", () => {
  test.each(
    POLICIES.flatMap((policy) =>
      (["Sign", "SignAndEncrypt"] as const).map((mode) => [policy, mode] as const),
    ),
  )("%s with %s is offered", async (policy, mode) => {
    expect(await levelFor({ policy, mode })).toBe(21.5);
  });

  test("U9 no security is not offered", async () => {
    await expect(levelFor({ policy: "None", mode: "None" })).rejects.toThrow();
  });

  test("a user comes in with the right password only", async () => {
    const user = (password: string) =>
      ({ type: UserTokenType.UserName, userName: "takt", password }) as const;
    expect(await levelFor({ user: user("right") })).toBe(21.5);
    await expect(levelFor({ user: user("wrong") })).rejects.toThrow();
  });

  test("a user comes in with a certificate", async () => {
    const pkiDir = path.join(folder, "person");
    const certificateFile = await ensureCertificate({ pkiDir, applicationUri: "urn:test:person" });
    const pem = await readFile(certificateFile, "utf8");
    const privateKey = await readFile(path.join(pkiDir, "own", "private", "private_key.pem"), "utf8");
    const certificateData = Buffer.from(new X509Certificate(pem).raw);
    const user = { type: UserTokenType.Certificate, certificateData, privateKey } as const;
    expect(await levelFor({ user })).toBe(21.5);
  });
});

describe("certificates that are wrong on purpose", () => {
  test("U8 expired, of another application, of another host", async () => {
    const file = await ensureCertificate({
      pkiDir: path.join(folder, "flawed"),
      applicationUri: URI,
      certificate: {
        startDate: new Date("2020-01-01T00:00:00Z"),
        validityDays: 10,
        applicationUri: "urn:somebody:else",
        hostName: "elsewhere.example",
      },
    });
    const certificate = new X509Certificate(await readFile(file));
    expect(certificate.validToDate.getUTCFullYear()).toBe(2020);
    expect(certificate.subjectAltName).toBe("DNS:elsewhere.example, URI:urn:somebody:else");
  });
});

describe("nodes", () => {
  test("a unit stands at the node as the standard wants it", async () => {
    const { endpointUrl } = server;
    const client = await connectTo({ endpointUrl, pkiDir: path.join(folder, "client") });
    const unit = await client.read(URI, "Level-EngineeringUnits");
    await client.close();
    expect(unit.value.value).toMatchObject({ unitId: 4_408_652, displayName: { text: "°C" } });
  });

  test("an unknown node and an unknown state are named", () => {
    expect(() => server.write("Volume", 1)).toThrow('no node "Volume"');
    expect(() => server.enterState("Machine", "Dancing")).toThrow("no state Dancing");
  });
});
