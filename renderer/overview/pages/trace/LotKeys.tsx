import { lotActPath } from "../../data/mes-api.ts";
import { type Act, ActKeys } from "../../planner/ActKeys.tsx";
import styles from "../../planner/PlannerForm.module.css";
import { RecallExport } from "./RecallExport.tsx";

interface LotKeysProps {
  readonly lotId: string;
  readonly hold: string | null;
  /** The planner told of the lot; what only a station knows cannot be held here. */
  readonly isPlanned: boolean;
  /** It got into a piece. */
  readonly isAffecting: boolean;
}

/** The recall list as a file, and the hold that every station gets. */
export function LotKeys({ lotId, hold, isPlanned, isAffecting }: LotKeysProps) {
  const act: Act =
    hold === null
      ? { act: "hold", asks: "reason", path: lotActPath(lotId, "hold") }
      : { act: "release", asks: null, path: lotActPath(lotId, "release") };
  if (!isAffecting && !isPlanned) return null;
  return (
    <div className={styles.row}>
      {isAffecting && <RecallExport lotId={lotId} />}
      {isPlanned && <ActKeys acts={[act]} isPrimary={hold === null} />}
    </div>
  );
}
