import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { StateShape } from "../../ui/StateShape.tsx";
import { holdWords } from "../home/stand-words.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PlannerBand.module.css";

export function hasNews({ hold, plannedWas }: ActiveOrderView): boolean {
  return (hold !== null && !hold.isLifted) || plannedWas !== null;
}

/** What the planner did to the order while it was worked: interrupted it, or changed how many are wanted. */
export function PlannerBand({ order }: { readonly order: ActiveOrderView }) {
  const t = useText();
  const { hold, plannedWas, planned, overDelivered } = order;
  if (hold !== null && !hold.isLifted) {
    return <Band state="stopped" words={holdWords(hold, t)} note={t("run.held-note")} />;
  }
  const words = plannedWas === null ? "" : t("run.plan-cut", { was: plannedWas, planned });
  const note = overDelivered === 0 ? "" : t("run.over", { count: overDelivered });
  return <Band state="waiting" words={words} note={note} />;
}

interface BandProps {
  readonly state: "stopped" | "waiting";
  readonly words: string;
  readonly note: string;
}

function Band({ state, words, note }: BandProps) {
  return (
    <div className={styles.band} data-state={state} role="status">
      <StateShape state={state} size={44} />
      <div>
        <p className={styles.words} data-clip>
          {words}
        </p>
        {note !== "" && <p className={styles.note}>{note}</p>}
      </div>
    </div>
  );
}
