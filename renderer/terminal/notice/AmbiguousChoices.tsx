import type { ScanView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./AmbiguousChoices.module.css";

const whatOfActive = {
  "pause-and-start": "pause",
  "finish-and-start": "finish",
  "run-together": "together",
} as const;

interface AmbiguousChoicesProps {
  readonly scan: ScanView;
  readonly onDone: () => void;
}

/** One tile for each thing the scan could mean; one tap decides. */
export function AmbiguousChoices({ scan, onDone }: AmbiguousChoicesProps) {
  const t = useText();
  const { go, model } = useScreen();
  const start = useCommand("orders.start");
  const active = model.order?.jobOrderId ?? scan.details.active ?? "";
  const take = async (choice: ScanView["choices"][number]) => {
    if (choice.label === "show-only") {
      onDone();
      go("orders");
      return;
    }
    const activeOrder = whatOfActive[choice.label];
    const answer = await start.run({ jobOrderId: choice.jobOrderId, activeOrder });
    if (answer?.ok !== true) return;
    onDone();
    go("run");
  };
  return (
    <div className={styles.tiles}>
      {scan.choices.map((choice) => (
        <Key
          key={`${choice.label} ${choice.jobOrderId}`}
          className={styles.tile}
          shape="tile"
          onPress={() => void take(choice)}
        >
          {t(`verdict.choice.${choice.label}`, { active, order: choice.jobOrderId })}
        </Key>
      ))}
    </div>
  );
}
