import { IconDownload } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import type { LotRecall } from "../../../../shared/protocol/genealogy-pages.ts";
import { lotActPath } from "../../data/mes-api.ts";
import { csvText } from "../../format/csv-text.ts";
import { type Act, ActKeys } from "../../planner/ActKeys.tsx";
import styles from "../../planner/PlannerForm.module.css";

interface LotKeysProps {
  readonly lotId: string;
  readonly hold: string | null;
  /** The planner told of the lot; what only a station knows cannot be held here. */
  readonly isPlanned: boolean;
  readonly recall: LotRecall | null;
}

/** The recall list as a file, and the hold that every station gets. */
export function LotKeys({ lotId, hold, isPlanned, recall }: LotKeysProps) {
  const act: Act =
    hold === null
      ? { act: "hold", asks: "reason", path: lotActPath(lotId, "hold") }
      : { act: "release", asks: null, path: lotActPath(lotId, "release") };
  const isExportable = recall !== null && recall.affected.length > 0;
  if (!isExportable && !isPlanned) return null;
  return (
    <div className={styles.row}>
      {isExportable && <ExportKey recall={recall} />}
      {isPlanned && <ActKeys acts={[act]} isPrimary={hold === null} />}
    </div>
  );
}

const columns = ["order", "workUnit", "station", "first", "last", "via", "depth"] as const;

function ExportKey({ recall }: { readonly recall: LotRecall }) {
  const intl = useIntl();
  const save = (): void => {
    const head = columns.map((column) => intl.formatMessage({ id: `trace.export.${column}` }));
    const rows = recall.affected.map((row) => [
      row.jobOrderId,
      row.workUnit,
      row.stationId,
      row.fromPieces + 1,
      row.toPieces,
      row.viaLotId,
      row.depth,
    ]);
    saveFile(`recall-${recall.lotId}.csv`, csvText([head, ...rows]));
  };
  return (
    <button type="button" className={styles.key} onClick={save}>
      <IconDownload size={20} aria-hidden="true" />
      <FormattedMessage id="trace.export" />
    </button>
  );
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; what is kept longer is kept for ever.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
