import { describe, expect, test } from "vitest";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { activeOrder } from "../testing/active-order.ts";
import { plantTime } from "../text/plant-time.ts";
import type { Text } from "../text/use-text.ts";
import { deltaWords, dueNote } from "./order-words.ts";

const t: Text = (key, values) => (values === undefined ? key : `${key} ${Object.values(values).join(" ")}`);
const time = plantTime("en", "UTC");
const now = Date.parse("2026-06-10T10:42:00Z");
const order = (over: Partial<ActiveOrderView>) =>
  activeOrder({ dueUtc: "2026-06-10T14:00:00Z", readyAboutUtc: null, ...over });

describe("order words", () => {
  test("behind, ahead and on target", () => {
    expect(deltaWords({ good: 412, targetNow: 428 }, t)).toBe("home.behind 16");
    expect(deltaWords({ good: 436, targetNow: 428 }, t)).toBe("home.ahead 8");
    expect(deltaWords({ good: 428, targetNow: 428 }, t)).toBe("home.on-target");
  });

  test("on time is said only with a forecast", () => {
    expect(dueNote(order({}), { t, time, nowMs: now })).toBe("");
    expect(dueNote(order({ readyAboutUtc: "2026-06-10T13:15:00Z" }), { t, time, nowMs: now })).toBe(
      "home.due-on-time 14:00",
    );
    expect(dueNote(order({ readyAboutUtc: "2026-06-10T14:01:00Z" }), { t, time, nowMs: now })).toBe(
      "home.due-late 14:00",
    );
  });

  test("a due time that is past is late, forecast or not", () => {
    expect(dueNote(order({ dueUtc: "2026-06-10T09:00:00Z" }), { t, time, nowMs: now })).toBe(
      "home.due-late 09:00",
    );
  });
});
