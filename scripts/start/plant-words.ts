import type { ReadyLine } from "./part.ts";
import type { PlantSettings } from "./plant-settings.ts";
import type { PlantEnd } from "./run-plant.ts";

/** What the person reads when everything runs: where it is and what to try first. */
export function welcome(settings: PlantSettings, lines: readonly ReadyLine[]): string {
  const { dataFolder, mesPort, isHeadless } = settings;
  const npmRun = settings.isDefaultData ? "npm run" : `TAKT_DATA='${dataFolder}' npm run`;
  return `
The plant is running.

  Terminal    ${isHeadless ? "no window (TAKT_HEADLESS=1)" : "in its own window"}
  MES         http://localhost:${mesPort}/   API: http://localhost:${mesPort}/api/v1/openapi.json
${lines.flatMap(addressRows).join("\n")}
  Data        ${dataFolder}

Try first:
  1. Sign in: scan the badge BG1001, or tap the name and type PIN 1234.
       ${npmRun} simulator -- scan BG1001
  2. Start an order: scan its traveller.
       ${npmRun} simulator -- scan WO4711
  3. Watch the machine count it up, then book scrap or a check on the screen.
  4. Open http://localhost:${mesPort}/ and find the same numbers.
  5. Prove that the record is whole:
       ${npmRun} takt -- verify

Ctrl-C ends all of it.
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
