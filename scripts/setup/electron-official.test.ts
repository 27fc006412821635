import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { electronExecutable } from "./electron.mjs";
import { downloadOfficial } from "./electron-official.mjs";
import { zipOfOneFile } from "./testing/zip-of-one-file.ts";

/* The real installer of the locked Electron, against a mirror on this machine that serves a small archive. */

const MODULES = path.join(import.meta.dirname, "..", "..", "node_modules");
const ARCHIVE = zipOfOneFile("electron", Buffer.from("#!/bin/sh\necho v45\n".padEnd(100_000, "#")));
const NOT_THE_FILE = zipOfOneFile("electron", Buffer.from("#!/bin/sh\necho evil\n"));
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

let root: string;
let mirror: Server;
let answer: (response: ServerResponse, url: string) => void;
let asked: string[];

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "takt electron "));
  const electron = path.join(root, "node_modules", "electron");
  await mkdir(electron, { recursive: true });
  await cp(path.join(MODULES, "electron", "install.js"), path.join(electron, "install.js"));
  await cp(path.join(MODULES, "electron", "package.json"), path.join(electron, "package.json"));
  const { version } = JSON.parse(await readFile(path.join(electron, "package.json"), "utf8")) as {
    version: string;
  };
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  await writeFile(path.join(electron, "checksums.json"), JSON.stringify({ [file]: sha256(ARCHIVE) }));
  for (const scope of ["@electron", "@electron-internal"])
    await symlink(path.join(MODULES, scope), path.join(root, "node_modules", scope));

  asked = [];
  mirror = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(response, request.url ?? "");
  });
  await new Promise<void>((resolve) => mirror.listen(0, "127.0.0.1", resolve));
  const { port } = mirror.address() as AddressInfo;
  vi.stubEnv("ELECTRON_MIRROR", `http://127.0.0.1:${port}/mirror/`);
  vi.stubEnv("electron_config_cache", path.join(root, "cache"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  mirror.closeAllConnections();
  if (mirror.listening) await new Promise((resolve) => mirror.close(resolve));
  await rm(root, { recursive: true });
});

async function expectNothingLeft(): Promise<void> {
  expect(electronExecutable(root)).toBeUndefined();
  expect(await readdir(path.join(root, "node_modules", ".cache"))).toEqual([]);
}

describe("the official Electron", () => {
  test("is taken from the mirror when it is the file that was locked, over whatever was there before", async () => {
    const dist = path.join(root, "node_modules", "electron", "dist");
    await symlink(path.join(root, "a cache that was deleted"), dist);
    answer = (response) => response.end(ARCHIVE);
    expect(await downloadOfficial(root)).toBeUndefined();
    expect(asked).toEqual([expect.stringMatching(/^\/mirror\/v[\d.]+\/electron-v[\d.]+-linux-x64\.zip$/)]);
    expect(electronExecutable(root)).toBe(path.join(dist, "electron"));
    expect((await stat(path.join(dist, "electron"))).mode & 0o111).toBe(0o111);
  });

  test("with another digest is thrown away", async () => {
    answer = (response) => response.end(NOT_THE_FILE);
    expect(await downloadOfficial(root)).toMatch(/not the file we know/);
    await expectNothingLeft();
  });

  test("is not vouched for by the mirror itself, even when the environment asks for that", async () => {
    vi.stubEnv("electron_use_remote_checksums", "1");
    vi.stubEnv("npm_config_electron_use_remote_checksums", "1");
    answer = (response, url) => {
      const name = path.basename(asked[0] ?? "");
      response.end(url.endsWith(".zip") ? NOT_THE_FILE : `${sha256(NOT_THE_FILE)} *${name}\n`);
    };
    expect(await downloadOfficial(root)).toMatch(/not the file we know/);
    await expectNothingLeft();
  });

  test("that arrives only by half is thrown away", async () => {
    answer = (response) => response.end(ARCHIVE.subarray(0, ARCHIVE.length / 2));
    expect(await downloadOfficial(root)).toMatch(/only a part of it/);
    await expectNothingLeft();
  });

  test("whose connection breaks in the middle is thrown away", async () => {
    answer = (response) => {
      response.writeHead(200, { "content-length": ARCHIVE.length });
      response.write(ARCHIVE.subarray(0, ARCHIVE.length / 2), () => response.destroy());
    };
    expect(await downloadOfficial(root)).toBe("the connection broke");
    await expectNothingLeft();
  });

  test("of which nothing more arrives is given up", async () => {
    answer = (response) => {
      response.writeHead(200, { "content-length": ARCHIVE.length });
      response.write(ARCHIVE.subarray(0, 1_000));
    };
    expect(await downloadOfficial(root, { stallLimitMs: 1_500 })).toBe("nothing more arrives");
    await expectNothingLeft();
  });

  test("that the mirror does not have is named with the mirror's answer", async () => {
    answer = (response) => response.writeHead(404).end();
    expect(await downloadOfficial(root)).toMatch(/^Response code 404 .*\/mirror\//);
  });

  test("without a network is told as that", async () => {
    await new Promise((resolve) => mirror.close(resolve));
    expect(await downloadOfficial(root)).toBe("its server cannot be reached");
    await expectNothingLeft();
  });
});
