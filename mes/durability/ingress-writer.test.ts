import { describe, expect, test } from "vitest";
import type { Database, Queries } from "../database/database.ts";
import type { Command } from "../use-cases/command.ts";
import { wrote, wroteNothing } from "../use-cases/written.ts";
import { IngressError } from "./ingress-error.ts";
import type { IngressFile } from "./ingress-file.ts";
import { ingressWriter } from "./ingress-writer.ts";

const command: Command = { kind: "name-plant", atUtc: "2026-11-22T08:00:00.000Z", plantName: "Hall 2" };

/** A database and a file that write down in which order they are used, and fail where a test wants. */
function stage(failing: { append?: IngressError; commit?: Error } = {}) {
  const journal: string[] = [];
  const tx: Queries = {
    query: async (sql) => {
      journal.push(sql.startsWith("UPDATE mes_identity") ? "note frame" : sql);
      return [];
    },
    script: async () => undefined,
  };
  const database: Database = {
    ...tx,
    durableCommits: false,
    transaction: async (work) => {
      try {
        const value = await work(tx);
        if (failing.commit !== undefined) throw failing.commit;
        journal.push("commit");
        return value;
      } catch (error) {
        journal.push("rollback");
        throw error;
      }
    },
    close: async () => undefined,
  };
  const ingress: IngressFile = {
    lastNumber: 4,
    tornBytes: 0,
    append: async () => {
      if (failing.append !== undefined) throw failing.append;
      journal.push("flush");
      return 5;
    },
    framesAfter: async function* () {},
    close: async () => undefined,
  };
  const suspects: Error[] = [];
  const writer = ingressWriter(database, ingress, (error) => suspects.push(error));
  return { journal, suspects, writer };
}

describe("order of writing on PGlite", () => {
  test("I-9 the flush comes after all effects and before the commit", async () => {
    const { journal, writer } = stage();
    await writer.write(command, async (tx) => {
      await tx.query("effects");
      return wrote("done");
    });
    expect(journal).toEqual(["effects", "note frame", "flush", "commit"]);
  });

  test("I-9 what changes nothing needs no frame", async () => {
    const { journal, writer } = stage();
    await writer.write(command, async () => wroteNothing("nothing"));
    expect(journal).toEqual(["commit"]);
  });

  test("D1 a disk that takes nothing: rolled back, the sender is told, the MES goes on", async () => {
    const { journal, suspects, writer } = stage({ append: new IngressError("not-written", "disk full") });
    await expect(writer.write(command, async () => wrote("done"))).rejects.toThrow("disk full");
    expect(journal).toEqual(["note frame", "rollback"]);
    expect(suspects).toEqual([]);
  });

  test("D3 a flush that fails: rolled back, and the MES has to start again", async () => {
    const { journal, suspects, writer } = stage({ append: new IngressError("suspect", "EIO") });
    await expect(writer.write(command, async () => wrote("done"))).rejects.toThrow("EIO");
    expect(journal).toEqual(["note frame", "rollback"]);
    expect(suspects).toHaveLength(1);
  });

  test("I-8 a commit lost after the flush: the MES has to start again, which replays the frame", async () => {
    const { suspects, writer } = stage({ commit: new Error("commit lost") });
    await expect(writer.write(command, async () => wrote("done"))).rejects.toThrow("commit lost");
    expect(suspects).toHaveLength(1);
  });

  test("I-16 a command that fails is not in the file", async () => {
    const { journal, suspects, writer } = stage();
    const failing = writer.write(command, async () => {
      throw new Error("refused by the database");
    });
    await expect(failing).rejects.toThrow("refused by the database");
    expect(journal).toEqual(["rollback"]);
    expect(suspects).toEqual([]);
  });
});
