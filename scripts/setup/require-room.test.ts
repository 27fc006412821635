import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { freeMegabytes, requireRoom } from "./require-room.mjs";

describe("room on the disk", () => {
  test("is measured before anything is written, and its lack is told with both numbers", async () => {
    const freeMb = await freeMegabytes(tmpdir());
    await expect(requireRoom(tmpdir(), 1)).resolves.toBeUndefined();
    await expect(requireRoom(tmpdir(), freeMb * 2)).rejects.toMatchObject({
      name: "SetupFailure",
      message: expect.stringMatching(/has \d+ MB left; about \d+ MB are needed/) as string,
      remedy: expect.stringContaining("npm run setup") as string,
    });
  });
});
