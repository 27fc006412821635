import { describe, expect, test } from "vitest";
import { IdentityError } from "./establish-identity.ts";
import { startFailure } from "./start-failure.ts";

const fault = (message: string, more: object): Error => Object.assign(new Error(message), more);

describe("why the MES does not start", () => {
  test.each([
    [{ code: "EADDRINUSE", syscall: "listen" }, "TAKT_MES_PORT to a free port"],
    [{ code: "EADDRNOTAVAIL", syscall: "listen" }, "TAKT_MES_HOST"],
    [{ code: "EACCES", syscall: "listen" }, "TAKT_MES_PORT to 1024"],
    [{ code: "EACCES", syscall: "mkdir" }, "write to the data folder (TAKT_DATA)"],
    [{ code: "ENOENT", syscall: "mkdir" }, "on a disk that can be written"],
    [{ code: "ENOTDIR", syscall: "open" }, "TAKT_DATA to a folder"],
    [{ code: "42501" }, "owner of its database"],
  ])("%j is told in one line with what to do", (more, remedy) => {
    const words = startFailure(fault("what went wrong", more));
    expect(words).toMatch(/^what went wrong; /);
    expect(words).toContain(remedy);
    expect(words).not.toContain("\n");
  });

  test("words of our own stand alone, a surprise keeps its stack", () => {
    expect(startFailure(new IdentityError("two plants"))).toBe("two plants");
    expect(startFailure(new Error("surprise"))).toMatch(/surprise\n +at /);
  });
});
