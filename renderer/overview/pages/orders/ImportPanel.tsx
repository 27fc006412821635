import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { z } from "zod";
import {
  type ImportKind,
  type ImportReport,
  type ImportTake,
  importKinds,
  importReportSchema,
} from "../../../../shared/protocol/import-report.ts";
import { importPath } from "../../data/mes-api.ts";
import styles from "../../planner/PlannerForm.module.css";
import { usePlannerToken } from "../../planner/planner-token.ts";
import { Refused } from "../../planner/Refused.tsx";
import { TokenField } from "../../planner/TokenField.tsx";
import { type Send, useSend } from "../../planner/use-send.ts";
import { ImportReportView } from "./ImportReportView.tsx";

const REPORT: z.ZodType<ImportReport> = importReportSchema;

/** A file is looked at first; nothing of it is taken until somebody who has read the report says so. */
export function ImportPanel() {
  const [kind, setKind] = useState<ImportKind>("orders");
  const [file, setFile] = useState<File | null>(null);
  const sending = useSend<ImportReport>();
  const token = usePlannerToken();
  const give = (take: ImportTake, wanted: File, as: ImportKind): void =>
    void sending.send(importPath(as, take), { token, body: wanted, schema: REPORT });
  const look = (chosen: File): void => {
    setFile(chosen);
    give("nothing", chosen, kind);
  };
  const change = (next: ImportKind): void => {
    setKind(next);
    setFile(null);
    sending.forget();
  };
  return (
    <section className={styles.panel} data-testid="import-panel">
      <h2 className={styles.title}>
        <FormattedMessage id="import.title" />
      </h2>
      <div className={styles.row}>
        {importKinds.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.key}
            aria-pressed={one === kind}
            onClick={() => change(one)}
          >
            <FormattedMessage id={`import.kind.${one}`} />
          </button>
        ))}
        <TokenField />
      </div>
      <p className={styles.hint}>
        <FormattedMessage id={`import.hint.${kind}`} />
      </p>
      <DropPlace name={file?.name ?? null} isOff={token === "" || sending.isBusy} onFile={look} />
      <Outcome sending={sending} file={file} give={(take, wanted) => give(take, wanted, kind)} />
    </section>
  );
}

interface DropPlaceProps {
  readonly name: string | null;
  readonly isOff: boolean;
  readonly onFile: (file: File) => void;
}

function DropPlace({ name, isOff, onFile }: DropPlaceProps) {
  const intl = useIntl();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped !== undefined && !isOff) onFile(dropped);
  };
  return (
    <fieldset
      className={styles.drop}
      aria-label={intl.formatMessage({ id: "import.choose" })}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      {...(isOver ? { "data-over": "" } : {})}
    >
      <button type="button" className={styles.key} disabled={isOff} onClick={() => input.current?.click()}>
        <IconFileUpload size={20} aria-hidden="true" />
        <FormattedMessage id="import.choose" />
      </button>
      <span>{name ?? <FormattedMessage id={isOff ? "import.tokenFirst" : "import.drop"} />}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,.tsv,.json,text/csv,application/json"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = ""; // the same file, mended, is chosen again
          if (chosen !== undefined) onFile(chosen);
        }}
      />
    </fieldset>
  );
}

interface OutcomeProps {
  readonly sending: Send<ImportReport>;
  readonly file: File | null;
  readonly give: (take: ImportTake, file: File) => void;
}

function Outcome({ sending, file, give }: OutcomeProps) {
  const { answer, isBusy } = sending;
  if (answer === null || file === null) return null;
  if (!answer.ok) return <Refused problem={answer.problem} message={answer.message} />;
  const { problems, goodRows, take } = answer.data;
  const isWhole = problems.every(({ weight }) => weight === "note");
  return (
    <>
      <ImportReportView report={answer.data} />
      {take === "nothing" && goodRows > 0 && (
        <div className={styles.row}>
          <button
            type="button"
            className={styles.key}
            disabled={isBusy}
            onClick={() => give(isWhole ? "all" : "good-rows", file)}
            {...(isWhole ? { "data-primary": "" } : {})}
          >
            <FormattedMessage
              id={isWhole ? "import.takeAll" : "import.takeGood"}
              values={{ count: goodRows }}
            />
          </button>
        </div>
      )}
    </>
  );
}
