import { describe, expect, test } from "vitest";
import { FailureLog } from "./failure-log.ts";
import { MesError } from "./mes-error.ts";

describe("FailureLog", () => {
  test("D6 a night without network is a dozen lines, and a new kind of failure is one at once", () => {
    const lines: unknown[] = [];
    const keep = (fields: Readonly<Record<string, unknown>>) => void lines.push([fields.code, fields.inARow]);
    const log = new FailureLog({ info: () => undefined, warn: keep, error: keep }, "No way to the MES");
    for (let count = 0; count < 10_000; count += 1) log.failed(new MesError("network", "refused"));
    expect(lines).toHaveLength(14);
    log.failed(new MesError("unauthorized", "no"));
    expect(lines.at(-1)).toEqual(["unauthorized", 1]);
  });

  test("D6 what is over is said once", () => {
    const lines: string[] = [];
    const ignore = () => undefined;
    const log = new FailureLog(
      { info: (_fields, text) => void lines.push(text), warn: ignore, error: ignore },
      "Down",
    );
    log.succeeded();
    log.failed(new MesError("network", "refused"));
    log.succeeded();
    log.succeeded();
    expect(lines).toEqual(["Down: over"]);
  });
});
