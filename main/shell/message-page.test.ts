import { expect, test } from "vitest";
import { messagePage } from "./message-page.ts";
import { MESSAGE_LANGUAGES, MESSAGE_TEXTS, type MessageKind, TRY_AGAIN } from "./message-texts.ts";

const KINDS: readonly MessageKind[] = ["station-keeps-ending", "station-refused", "screen-keeps-ending"];

test.each(KINDS)(
  "P7 %s says in four languages what happened, why, where the log is, and offers another try",
  (kind) => {
    const page = messagePage({
      kind,
      cause: "SQLITE_FULL",
      hint: "Free some space",
      logs: "/data/logs/shell.log",
    });
    for (const language of MESSAGE_LANGUAGES) {
      expect(page).toContain(MESSAGE_TEXTS[kind][language].title);
      expect(page).toContain(MESSAGE_TEXTS[kind][language].body);
      expect(page).toContain(TRY_AGAIN[language]);
    }
    for (const words of ["SQLITE_FULL", "Free some space", "/data/logs/shell.log"])
      expect(page).toContain(words);
  },
);

test("M3 a hostile cause stays text", () => {
  const page = messagePage({
    kind: "station-refused",
    cause: `<img src=x onerror="alert('1')">`,
    hint: "",
    logs: "",
  });
  expect(page).not.toContain("<img");
  expect(page).toContain("&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;");
});
