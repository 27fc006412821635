import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../testing/test-mes.ts";
import { addOverviewPages } from "./overview-pages.ts";

let folder: TemporaryFolder;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder.path, "dist", "assets"), { recursive: true });
  await writeFile(join(folder.path, "dist", "index.html"), "<!doctype html><title>Takt</title>");
  await writeFile(join(folder.path, "dist", "assets", "main.js"), "export {};");
  await writeFile(join(folder.path, "secret"), "not for browsers");
  app = Fastify();
  await addOverviewPages(app, join(folder.path, "dist"));
});
afterAll(async () => {
  await app.close();
  await folder.remove();
});

const page = (url: string) => app.inject({ method: "GET", url, headers: { accept: "text/html" } });

describe("browser pages", () => {
  test.each(["/", "/orders", "/orders/4711", "/floor?dark"])("%s is the one page", async (url) => {
    const response = await page(url);
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain("<title>Takt</title>");
  });

  test("files of the build are served, missing ones are not a page", async () => {
    expect((await page("/assets/main.js")).headers["content-type"]).toContain("javascript");
    const missing = await app.inject({ url: "/assets/none.js", headers: { accept: "application/json" } });
    expect(missing.statusCode).toBe(404);
  });

  test.each(["/../secret", "/..%2fsecret", "/%2e%2e/secret", "/assets/..%5c..%5csecret", "//etc/passwd"])(
    "M4 %s does not leave the folder",
    async (url) => {
      expect((await page(url)).body).not.toContain("not for browsers");
    },
  );
});
