import { sampleMasterData } from "../../../shared/domain/testing/sample-plant.ts";
import { type Directive, masterDataKinds } from "../../../shared/protocol/directive.ts";
import { openStore } from "../store/open-store.ts";

const SENT_UTC = "2026-11-23T05:00:00.000Z";

/** The sample plant as the directives by which a MES sends it. */
export function demoDirectives(): readonly Directive[] {
  const rows = masterDataKinds.flatMap((kind) =>
    [...sampleMasterData[kind]].map(([id, body]) => ({ atUtc: SENT_UTC, kind, id, body: { ...body } })),
  );
  return rows.map((row, index) => ({ seq: index + 1, ...row }));
}

/** Puts the sample plant into a data folder whose station is not running. */
export function seedMasterData(stationFolder: string): void {
  const open = openStore(stationFolder);
  open.store.applyDirectives(demoDirectives(), SENT_UTC);
  open.close();
}
