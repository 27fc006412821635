import { describe, expect, test } from "vitest";
import { jsonFault } from "./json-fault.ts";

function faultOf(text: string): string {
  try {
    JSON.parse(text);
  } catch (fault) {
    return jsonFault(text, fault);
  }
  return "none";
}

const file = (line: string): string =>
  `{\n  "stationId": "WS-21",\n  "workUnit": "PRESS-1",\n${line}\n  "z": 1\n}\n`;

describe("why a text is no JSON", () => {
  test.each([
    ["a missing comma", '  "machineName": "Press 1"', "(line 5 column 3)"],
    ["a comment", "  // the press", "(line 4 column 3)"],
    ["single quotes", "  \"machineName\": 'Press 1',", "(line 4)"],
    ["no quotes", '  "machineName": Press,', "(line 4)"],
    ["True", '  "machineName": True,', "(line 4)"],
    ["a comma before the bracket", '  "workUnits": ["A",],', "(line 4)"],
  ])("%s is told with its line, in one line", (_what, line, place) => {
    const fault = faultOf(file(line));
    expect(fault).toContain(place);
    expect(fault).not.toContain("\n");
  });

  test("surroundings that are there twice name no line rather than a wrong one", () => {
    const fault = faultOf(
      `{\n${'"machineName": "a",\n'.repeat(2)}"machineName": Press,\n"b": {"machineName": Press,\n"b": {}}}`,
    );
    expect(fault).toMatch(/^Unexpected token 'P' in: /);
  });
});
