import { expect, test } from "vitest";
import { isOutdated } from "./newer-pages.ts";

const indexPage = (program: string): string =>
  `<body><div id="root"></div><script type="module" src="${program}"></script></body>`;

test("a page is outdated only when the MES surely serves another program", () => {
  expect(isOutdated(indexPage("/assets/index-new.js"), "/assets/index-old.js")).toBe(true);
  expect(isOutdated(indexPage("/assets/index-old.js"), "/assets/index-old.js")).toBe(false);
  expect(isOutdated("<html>Log in to the hall network</html>", "/assets/index-old.js")).toBe(false);
  expect(isOutdated(null, "/assets/index-old.js")).toBe(false);
});
