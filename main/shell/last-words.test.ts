import { expect, test } from "vitest";
import { createLastWords, readRefusal } from "./last-words.ts";

test("P7 the last line is kept, however it was cut into chunks, and memory stays bounded", () => {
  const words = createLastWords();
  for (let chunk = 0; chunk < 10_000; chunk += 1) words.hear("a long complaint that nobody reads\n");
  words.hear("Error: the dis");
  words.hear("k is full\n\n");
  expect(words.lastLine()).toBe("Error: the disk is full");
});

test("P7 of a stack trace the sentence on top is kept", () => {
  const words = createLastWords();
  words.hear(
    "Error: Cannot open signals.db\n    at open (file:///main/station/store/sqlite.ts:40:11)\n  {\n",
  );
  words.hear("  code: 'SQLITE_CANTOPEN'\n}\n\nNode.js v24.21.0\n");
  expect(words.lastLine()).toBe("Error: Cannot open signals.db");
});

test("P7 silence has no last line", () => {
  expect(createLastWords().lastLine()).toBe("");
});

test.each([
  [
    3,
    `{"refused":"A newer database","hint":"Install 0.2"}`,
    { refused: "A newer database", hint: "Install 0.2" },
  ],
  [3, `{"refused":"A newer database","other":1}`, { refused: "A newer database", hint: "" }],
  [3, "plain words", { refused: "plain words", hint: "" }],
  [3, `{"refused":7}`, { refused: `{"refused":7}`, hint: "" }],
  [3, "", { refused: "The station gave no reason", hint: "" }],
  [1, `{"refused":"said, but ended otherwise"}`, null],
  [null, `{"refused":"killed"}`, null],
])("P7 exit code %s with %s", (code, line, refusal) => {
  expect(readRefusal(code, line)).toEqual(refusal);
});
