import { FormattedMessage } from "react-intl";
import styles from "./PlannerForm.module.css";
import type { SendProblem } from "./send-to-mes.ts";

/** Why nothing was done, in words, with what the MES said of it. */
export function Refused({ problem, message }: { readonly problem: SendProblem; readonly message: string }) {
  return (
    <p className={styles.said} data-state="stopped" role="alert">
      <FormattedMessage id={`planner.problem.${problem}`} />
      {problem === "refused" && message !== "" && ` ${message}`}
    </p>
  );
}
