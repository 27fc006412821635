import { IconDownload } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import { type LotRecall, lotRecallSchema } from "../../../../shared/protocol/genealogy-pages.ts";
import { lotRecallPath } from "../../data/mes-api.ts";
import { useAsked } from "../../data/use-asked.ts";
import { csvText } from "../../format/csv-text.ts";
import { saveFile } from "../../format/save-file.ts";
import styles from "../../planner/PlannerForm.module.css";
import { recallRows } from "./recall-rows.ts";

const RECALL: z.ZodType<LotRecall> = lotRecallSchema;
const formats = ["csv", "json"] as const;
type Format = (typeof formats)[number];

/** The recall list as a file, read anew when it is pressed: a table for a spreadsheet, or all that the MES says of it. */
export function RecallExport({ lotId }: { readonly lotId: string }) {
  const intl = useIntl();
  const { isBusy, problem, ask } = useAsked(lotRecallPath(lotId), RECALL);
  const save = async (format: Format): Promise<void> => {
    const recall = await ask();
    if (recall === null) return;
    const content =
      format === "csv"
        ? new Blob([csvText(recallRows(intl, recall))], { type: "text/csv;charset=utf-8" })
        : new Blob([JSON.stringify(recall, null, 2)], { type: "application/json" });
    saveFile(fileName(recall, format), content);
  };
  return (
    <>
      {formats.map((format) => (
        <button
          key={format}
          type="button"
          className={styles.key}
          disabled={isBusy}
          onClick={() => void save(format)}
        >
          <IconDownload size={20} aria-hidden="true" />
          <FormattedMessage id={`trace.export.${format}`} />
        </button>
      ))}
      {isBusy && (
        <p className={styles.hint} role="status">
          <FormattedMessage id="trace.export.busy" />
        </p>
      )}
      {problem !== null && (
        <p className={styles.said} data-state="stopped" role="alert">
          <FormattedMessage id={`notice.${problem}`} /> <FormattedMessage id="trace.export.nothing" />
        </p>
      )}
    </>
  );
}

/** With the moment of which it tells, so that two of them are told apart: recall-88213-20260302T110000Z.csv */
function fileName({ lotId, asOfUtc }: LotRecall, format: Format): string {
  return `recall-${lotId}-${asOfUtc.replace(/\.\d+/, "").replaceAll(/[-:]/g, "")}.${format}`;
}
