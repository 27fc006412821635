import type { ReadyLine } from "./part.ts";
import type { PlantSettings } from "./plant-settings.ts";
import type { PlantEnd } from "./run-plant.ts";

/** What the person reads when everything runs: where it is and what to try first. */
export function welcome(settings: PlantSettings, lines: readonly ReadyLine[]): string {
  const { dataFolder, mesPort } = settings;
  const npmRun = settings.isDefaultData ? "npm run" : `TAKT_DATA='${dataFolder}' npm run`;
  return `
The plant is running.

  Terminal    ${terminalWords(settings)}
  MES         http://localhost:${mesPort}/   API: http://localhost:${mesPort}/api/v1/openapi.json
${lines.flatMap(addressRows).join("\n")}
  Data        ${dataFolder}
  Planner     key for the Orders page: ${dataFolder}/secrets/planner-token

Try first:
  1. Sign in: scan the badge BG1001, or tap the name and type PIN 1234.
       ${npmRun} simulator -- scan BG1001
  2. Start an order: scan its traveller.
       ${npmRun} simulator -- scan WO4711
  3. Watch the machine count it up, then book scrap or a check on the screen.
  4. Open http://localhost:${mesPort}/ and find the same numbers.
  5. Prove that the record is whole:
       ${npmRun} takt -- verify
${settings.stations === 2 ? valveWords(npmRun, dataFolder) : ""}
Ctrl-C ends all of it.
`;
}

function terminalWords({ isHeadless, stations }: PlantSettings): string {
  if (isHeadless) return "no window (TAKT_HEADLESS=1)";
  return stations === 2
    ? "two windows, named in their titles: lathe WS-14 (CNC-2), assembly bench WS-15 (ASSY-1)"
    : "in its own window";
}

/** The day that needs two stations. Each operation starts when the one before has handed on pieces. */
function valveWords(npmRun: string, dataFolder: string): string {
  return `
A valve in three operations:
  at the lathe  ${npmRun} simulator -- scan BG1007
                ${npmRun} simulator -- scan WO9010          10 Turn; lots 70002, then 70001; then WO9020, 20 Deburr
  at the bench  ${npmRun} simulator -- scan BG1005 bench
                ${npmRun} simulator -- scan WO9030 bench    30 Assemble; lots 70010 and 70020
                TAKT_DATA='${dataFolder}/bench' npm run takt -- verify
`;
}

function addressRows({ ready, ...addresses }: ReadyLine): string[] {
  return Object.entries(addresses)
    .filter(([, value]) => typeof value === "string" || typeof value === "number")
    .map(([name, value]) => `  ${ready.padEnd(10)}  ${name}: ${String(value)}`);
}

/** What the person reads at the end. */
export function farewell(end: PlantEnd, { dataFolder }: PlantSettings): string {
  switch (end.kind) {
    case "asked":
      return "The plant is stopped.";
    case "closed":
      return "The window was closed; the plant is stopped.";
    case "died":
      return misfortune(
        `The ${end.end.part.spec.name} ended by itself (${end.end.how})`,
        end.end.part.lastLines(),
        dataFolder,
      );
    case "never-ready":
      return misfortune(
        `The ${end.part.spec.name} did not become ready in time`,
        end.part.lastLines(),
        dataFolder,
      );
    default:
      return end satisfies never;
  }
}

function misfortune(what: string, lastLines: readonly string[], dataFolder: string): string {
  const words = lastLines.length > 0 ? lastLines.map((line) => `  | ${line}`).join("\n") : "  | (nothing)";
  return `${what}, so the plant was stopped. Its last words:\n${words}\nAll it said is in ${dataFolder}/logs.`;
}
