import { copyFile, mkdir, mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureCertificate } from "../../../simulator/opcua/opcua-server.ts";
import { forgetOldRejections, judgeCertificate, listCertificates } from "./server-trust.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "takt-trust-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("U10 of many certificates put aside only the newest are kept", async () => {
  const rejected = path.join(folder, "rejected");
  await mkdir(rejected);
  for (const [age, name] of ["newest", "middle", "oldest"].entries()) {
    const made = await ensureCertificate({
      pkiDir: path.join(folder, name),
      applicationUri: `urn:test:${name}`,
    });
    const file = path.join(rejected, `${name}.pem`);
    await copyFile(made, file);
    await utimes(file, 1_000 - age, 1_000 - age);
  }
  await forgetOldRejections(folder, 2);
  expect(await readdir(rejected)).toEqual(["middle.pem", "newest.pem"]);
});

test("U8 a certificate lies in one place only, wherever a person puts it; an unknown one in none", async () => {
  const [first] = (await listCertificates(folder)).machines;
  const sha256 = first?.sha256 ?? "";
  const trustOf = async () =>
    (await listCertificates(folder)).machines.filter((one) => one.sha256 === sha256);
  expect(await judgeCertificate(folder, sha256, "trusted")).toMatchObject({ trust: "trusted" });
  expect(await trustOf()).toMatchObject([{ trust: "trusted" }]);
  expect(await judgeCertificate(folder, sha256, "rejected")).toMatchObject({ trust: "rejected" });
  expect(await trustOf()).toMatchObject([{ trust: "rejected" }]);
  expect(await judgeCertificate(folder, "00:11", "trusted")).toBeUndefined();
});
