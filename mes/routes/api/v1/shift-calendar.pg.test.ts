import { describe, expect, test } from "vitest";
import { floorPageSchema } from "../../../../shared/protocol/pages.ts";
import { readDirectives } from "../../../repositories/directive-repository.ts";
import { demoShiftCalendar } from "../../../seed/demo-shifts.ts";
import { asPlanner, call, problemOf } from "../../../testing/test-app.ts";
import { newStation } from "../../../testing/test-mes.ts";
import { testPlantOfFile } from "../../../testing/test-plant.ts";

const plant = testPlantOfFile();
const calendar = demoShiftCalendar("Europe/Warsaw");
const [early] = calendar.week;

const importCalendar = (item: object, remove: readonly string[] = []) =>
  call(plant.app, {
    url: "/api/v1/master-data/shift-calendar",
    as: asPlanner,
    body: { items: Object.keys(item).length === 0 ? [] : [item], remove },
  });

async function directed(stationId: string) {
  const all = await readDirectives(plant.mes.database, stationId, { after: 0, limit: 1_000 });
  return all.filter(({ kind }) => kind === "shift-calendar");
}

describe("import of a shift calendar", () => {
  test("MS-23 every station gets it and each change of it, as it was sent, and its removal", async () => {
    const stationId = await newStation(plant.mes);
    expect((await importCalendar({ ...calendar, hall: 2 })).json()).toMatchObject({ created: 1 });
    const shut = { ...calendar, exceptions: [{ date: "2026-12-25", shifts: [] }] };
    expect((await importCalendar(shut)).json()).toMatchObject({ changed: 1 });
    expect((await importCalendar(shut)).json()).toMatchObject({ unchanged: 1 });
    expect((await importCalendar({}, [calendar.shiftCalendarId])).json()).toMatchObject({ removed: 1 });
    const bodies = (await directed(stationId)).map(({ body }) => body);
    expect(bodies).toEqual([{ ...calendar, hall: 2 }, shut, null]);
  });

  test("MS-24 the floor page tells the plant's shift, that there is none, or that nobody knows", async () => {
    const shift = async () =>
      floorPageSchema.parse((await call(plant.app, { url: "/api/v1/floor" })).json()).shift;
    expect(await shift()).toBeNull();
    const always = { ...early, days: [1, 2, 3, 4, 5, 6, 7], from: "06:00", to: "06:00", breaks: [] };
    await importCalendar({ ...calendar, week: [always] });
    const hours = { from: "06", to: "06", isBreak: false };
    expect(await shift()).toEqual({ kind: "shift", name: always.name, ...hours });
    const days = [-1, 0, 1].map((day) => new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10));
    await importCalendar({
      ...calendar,
      week: [always],
      exceptions: days.map((date) => ({ date, shifts: [] })),
    });
    expect(await shift()).toEqual({ kind: "no-shift" });
    await importCalendar({}, [calendar.shiftCalendarId]);
  });

  test.each([
    ["no zone", { timeZone: "Mars/Olympus" }, "items[0].timeZone is no time zone"],
    ["24 o'clock", { week: [{ ...early, to: "24:00" }] }, "items[0].week[0].to does not have the right form"],
    [
      "two shifts at a time",
      { week: [early, { ...early, shiftCode: "DAY" }] },
      "items[0].week has two shifts at a time",
    ],
    [
      "a break outside",
      { week: [{ ...early, breaks: [{ from: "15:00", to: "15:30" }] }] },
      "items[0].week[0].breaks[0] must lie inside of 06:00 to 14:00",
    ],
  ])("MS-20 one with %s is refused with its place and changes nothing", async (_what, change, message) => {
    const stationId = await newStation(plant.mes);
    const before = await directed(stationId);
    const answer = await importCalendar({ ...calendar, ...change });
    expect(answer.statusCode).toBe(400);
    expect(problemOf(answer).message).toContain(message);
    expect(await directed(stationId)).toEqual(before);
  });
});
