import { FormattedMessage, useIntl } from "react-intl";
import type { ImportProblem, ImportReport } from "../../../../shared/protocol/import-report.ts";
import styles from "../../planner/PlannerForm.module.css";

/** What a file has, row by row: what is wrong, what stands there, what was expected. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const { problems, rows, goodRows, created, changed, unchanged } = report;
  const isTaken = created + changed + unchanged > 0;
  const state = isTaken ? "running" : goodRows < rows || goodRows === 0 ? "waiting" : "planned";
  return (
    <>
      <p className={styles.said} data-state={state} role="status">
        {isTaken ? (
          <FormattedMessage id="import.taken" values={{ created, changed, unchanged }} />
        ) : (
          <FormattedMessage id="import.looked" values={{ rows, good: goodRows }} />
        )}
      </p>
      {problems.length > 0 && <Problems problems={problems} isCut={report.isCut} />}
    </>
  );
}

const columns = ["row", "column", "fault", "found", "expected"] as const;

interface ProblemsProps {
  readonly problems: readonly ImportProblem[];
  readonly isCut: boolean;
}

function Problems({ problems, isCut }: ProblemsProps) {
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                <FormattedMessage id={`import.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <ProblemRow
              key={`${problem.row} ${problem.column} ${problem.fault} ${problem.found}`}
              problem={problem}
            />
          ))}
        </tbody>
      </table>
      {isCut && (
        <p className={styles.hint}>
          <FormattedMessage id="import.isCut" values={{ count: problems.length }} />
        </p>
      )}
    </div>
  );
}

function ProblemRow({ problem }: { readonly problem: ImportProblem }) {
  const intl = useIntl();
  const { row, column, fault, found, expected, weight } = problem;
  return (
    <tr>
      <td>{row === null ? intl.formatMessage({ id: "import.wholeFile" }) : intl.formatNumber(row)}</td>
      <td>{column}</td>
      <td>
        {weight === "note" && <FormattedMessage id="import.note" />}{" "}
        <FormattedMessage id={`import.fault.${fault}`} />
      </td>
      <td className={styles.found}>{found}</td>
      <td className={styles.found}>{expected}</td>
    </tr>
  );
}
