import { IconChevronRight, IconList } from "@tabler/icons-react";
import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { ChoiceKeys } from "../../ui/ChoiceKeys.tsx";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { AlarmsKey } from "./AlarmsKey.tsx";
import { MachineChoice } from "./MachineChoice.tsx";
import styles from "./MachineKeys.module.css";
import type { TrendSpan } from "./use-trend.ts";

interface MachineKeysProps {
  readonly machine: MachineView;
  readonly onChoose: (machineId: string) => void;
  readonly span: TrendSpan;
  readonly onSpan: (span: TrendSpan) => void;
  /** Left out where all lines fit. */
  readonly onMore?: () => void;
}

/** Which machine, and over which time; the station's own machine is always the first. */
export function MachineKeys({ machine, onChoose, span, onSpan, onMore }: MachineKeysProps) {
  const { open } = useScreen();
  const t = useText();
  return (
    <div className={styles.row}>
      <MachineChoice machineId={machine.machineId} onChoose={onChoose} />
      {(machine.values.length > 0 || machine.counters.length > 0) && (
        <>
          <Key
            stacked
            className={styles.key}
            icon={<IconList size={24} aria-hidden="true" />}
            onPress={() => open({ kind: "values", machineId: machine.machineId })}
          >
            {t("machine.values")}
          </Key>
          <AlarmsKey machine={machine} />
          {onMore !== undefined && (
            <Key
              stacked
              className={styles.key}
              icon={<IconChevronRight size={24} aria-hidden="true" />}
              onPress={onMore}
            >
              {t("machine.more-lines")}
            </Key>
          )}
        </>
      )}
      <ChoiceKeys
        label={t("machine.span")}
        className={styles.span}
        choices={[
          { value: "half", word: t("time.minutes", { minutes: 30 }) },
          { value: "day", word: t("time.whole-hours", { hours: 24 }) },
        ]}
        chosen={span}
        onChoose={onSpan}
      />
    </div>
  );
}
