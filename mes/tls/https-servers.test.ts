import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { connect, type TLSSocket } from "node:tls";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addSecurityHeaders } from "../plugins/security-headers.ts";
import { createTestAuthority, type Issued } from "../testing/test-authority.ts";
import { type TemporaryFolder, temporaryFolder } from "../testing/test-mes.ts";
import { createHandshakeLog } from "./handshake-log.ts";
import { type HttpsServers, openHttpsServers } from "./https-servers.ts";
import { readServerIdentity } from "./server-identity.ts";

const DAY_MS = 86_400_000;
const plant = await createTestAuthority();
const good = await plant.issue();
const another = await plant.issue();

let folder: TemporaryFolder;
let told: string[];
const log = {
  info: (_details: object, message: string) => void told.push(message),
  warn: (_details: object, message: string) => void told.push(message),
  error: (_details: object, message: string) => void told.push(message),
};
const files = () => ({ certFile: join(folder.path, "mes.pem"), keyFile: join(folder.path, "mes.key") });
const write = async ({ cert, key }: Issued) => {
  await writeFile(files().certFile, cert);
  await writeFile(files().keyFile, key);
};

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());
beforeEach(async () => {
  told = [];
  await write(await plant.issue());
});

describe("certificate and key of the MES", () => {
  const withPassphrase = createPrivateKey(good.key).export({
    type: "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: "secret",
  });
  test.each([
    ["a key of another certificate", { ...good, key: another.key }, "is not the one of the certificate"],
    ["a certificate that is none", { ...good, cert: "none" }, "holds no certificate in PEM form"],
    ["a key that is none", { ...good, key: "none" }, "holds no private key in PEM form"],
    [
      "a chain that was copied half",
      { ...good, cert: `${good.cert}\n${plant.cert.slice(0, 200)}` },
      "what follows the certificate is damaged",
    ],
    ["a key with a passphrase", { ...good, key: String(withPassphrase) }, "protected by a passphrase"],
  ])("M1 %s is refused in words that name the file", async (_what, issued, words) => {
    await write(issued);
    const refused = readServerIdentity(files());
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toThrow(folder.path);
  });

  test("M1 files that are not there are named", async () => {
    const missing = { certFile: join(folder.path, "none.pem"), keyFile: files().keyFile };
    await expect(readServerIdentity(missing)).rejects.toThrow("none.pem cannot be read");
  });
});

describe("https of the MES", () => {
  let secure: HttpsServers;
  let app: FastifyInstance;
  let port: number;
  beforeEach(async () => {
    secure = await openHttpsServers({ files: files(), log, nowMs: Date.now });
    app = Fastify({ serverFactory: secure.serverFactory, forceCloseConnections: true });
    addSecurityHeaders(app, { isOnlySecure: true });
    app.get("/", () => "here");
    await app.listen({ port: 0, host: "127.0.0.1" });
    port = (app.server.address() as AddressInfo).port;
    return async () => {
      secure.close();
      await app.close();
    };
  });

  async function shake(options: object = {}): Promise<TLSSocket> {
    const socket = connect({ port, host: "127.0.0.1", ca: plant.cert, ...options });
    await once(socket, "secureConnect");
    socket.destroy();
    return socket;
  }
  const shownSerial = async () => (await shakeForSerial()).serialNumber;
  async function shakeForSerial() {
    const socket = connect({ port, host: "127.0.0.1", ca: plant.cert });
    await once(socket, "secureConnect");
    const certificate = socket.getPeerCertificate();
    socket.destroy();
    return certificate;
  }

  test("M1 TLS 1.2 and 1.3 are spoken, 1.1 is not", async () => {
    await shake({ maxVersion: "TLSv1.2" });
    await shake({ minVersion: "TLSv1.3" });
    const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" };
    await expect(shake(old)).rejects.toThrow(/protocol version/);
  });

  test("N11 a renewed certificate is shown without a restart; half of a renewal leaves the one before", async () => {
    const before = await shownSerial();
    const renewed = await plant.issue();
    await writeFile(files().certFile, renewed.cert);
    await secure.look();
    await secure.look();
    expect(await shownSerial()).toBe(before);
    expect(told).toEqual([expect.stringContaining("cannot be used; the one before is still shown")]);
    await writeFile(files().keyFile, renewed.key);
    await secure.look();
    expect(await shownSerial()).not.toBe(before);
  });

  test("M1 browsers are told to ask by https alone where the host is the MES's own", async () => {
    expect((await app.inject("/")).headers["strict-transport-security"]).toBe("max-age=31536000");
  });
});

describe("what the log tells", () => {
  test("N11 a certificate with less than 30 days to go is told of once a day", async () => {
    await write(await plant.issue({ validTo: new Date(Date.now() + 20 * DAY_MS) }));
    let nowMs = Date.now();
    const secure = await openHttpsServers({ files: files(), log, nowMs: () => nowMs });
    await secure.look();
    expect(told).toHaveLength(1);
    nowMs += DAY_MS;
    await secure.look();
    secure.close();
    expect(told).toHaveLength(2);
  });

  test("D6 the same failed handshake is told of once an hour for each address", () => {
    let nowMs = 0;
    const tell = createHandshakeLog(log, () => nowMs);
    const fault = Object.assign(new Error("no"), { code: "ERR_SSL_HTTP_REQUEST" });
    for (let count = 0; count < 5; count += 1) tell(fault, { remoteAddress: "10.0.0.7" });
    tell(fault, { remoteAddress: "10.0.0.8" });
    expect(told).toHaveLength(2);
    nowMs += 3_600_000;
    tell(fault, { remoteAddress: "10.0.0.7" });
    expect(told).toHaveLength(3);
  });
});
