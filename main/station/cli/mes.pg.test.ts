import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { dataFolder } from "../config/data-folder.ts";
import { RealMes, stationToken } from "../testing/real-mes.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { acceptMes, showMes } from "./mes.ts";
import { offlineTools } from "./offline-tools.ts";

const STATION = "WS-21";

describe("takt mes", () => {
  let mes: RealMes;
  const said: string[] = [];
  const heard = () => said.join("\n");
  beforeAll(async () => {
    mes = await RealMes.start();
    await mes.enrol(STATION);
  });
  afterAll(() => mes.stop());
  beforeEach(() => {
    said.length = 0;
    for (const way of ["log", "error"] as const)
      vi.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => void vi.restoreAllMocks());

  function stationFolder(token = stationToken(STATION)) {
    const folder = dataFolder({ TAKT_DATA: temporaryFolder() });
    const tokenFile = join(folder.root, "token");
    mkdirSync(folder.root, { recursive: true });
    writeFileSync(tokenFile, ` ${token} \r\n `); // as copied out of a page
    const url = `http://127.0.0.1:${mes.port}`;
    writeFileSync(folder.config, JSON.stringify({ stationId: STATION, mes: { url, tokenFile } }));
    return folder;
  }

  test("N11 says which MES answers, and that a line is not secured", async () => {
    expect(await showMes(stationFolder())).toBe(0);
    expect(heard()).toContain(mes.mes.mesId);
    expect(heard()).toContain("not secured");
  });

  test("N5 says why it is not let in", async () => {
    expect(await showMes(stationFolder("nobody's"))).toBe(1);
    expect(heard()).toContain("[unauthorized]");
  });

  test("N9 only the MES that answers can become the station's, and only by its whole name", async () => {
    const folder = stationFolder();
    const open = async () => offlineTools(folder);
    const other = randomUUID();
    expect(await acceptMes(folder, other, open)).toBe(1);
    expect(heard()).toContain("Nothing was changed");
    const tools = await open();
    expect(await tools.acceptMes(other)).toBeNull();
    tools.close();
    expect(await acceptMes(folder, mes.mes.mesId, open)).toBe(0);
    expect(heard()).toContain(`belonged to ${other}`);
    expect(await acceptMes(folder, mes.mes.mesId, open)).toBe(0);
    expect(heard()).toContain("belongs to that MES already");
  });
});
