import { randomBytes } from "node:crypto";
import { access, constants, mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";

/**
 * Makes the data folder and, once, the token by which the trial plant's station and MES know one another.
 * @throws Error in the person's words when the folder cannot be written to
 */
export async function prepareData(dataFolder: string): Promise<void> {
  try {
    await mkdir(path.join(dataFolder, "logs"), { recursive: true });
    await mkdir(path.join(dataFolder, "secrets"), { recursive: true, mode: 0o700 });
    await access(dataFolder, constants.W_OK);
    await createToken(path.join(dataFolder, "secrets", "station-token"));
  } catch (cause) {
    const remedy = "Give TAKT_DATA a folder you may write to: TAKT_DATA=~/takt-data npm start";
    throw new Error(`The data folder ${dataFolder} cannot be written to. ${remedy}`, { cause });
  }
}

async function createToken(file: string): Promise<void> {
  const existing = await readFile(file, "utf8").catch(() => "");
  if (existing.trim() !== "") return;
  await writeFile(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
}

/** @throws Error in the person's words when something else listens on the MES's port */
export async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause) => {
      const remedy = `Stop that program, or choose another port: TAKT_MES_PORT=${port + 1} npm start`;
      reject(new Error(`Port ${port} is not free for the MES. ${remedy}`, { cause }));
    });
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve()));
  });
}
