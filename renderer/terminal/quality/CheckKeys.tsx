import { IconArrowRight, IconBug, IconCheck, IconGridDots, IconRefresh } from "@tabler/icons-react";
import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./CheckKeys.module.css";

interface CheckKeysProps {
  readonly check: CheckView;
  readonly onOther: (() => void) | null;
}

const ICON_PX = 36;

export function CheckKeys({ check, onOther }: CheckKeysProps) {
  const { go, open } = useScreen();
  const t = useText();
  const withdraw = useCommand("quality.withdrawMeasurement");
  const last = check.pieces.at(-1);
  const complete = check.pieces.length >= check.sampleSize;
  const toRepeat = last !== undefined && last.result !== "inside";
  return (
    <div className={styles.keys}>
      <Key
        primary={toRepeat}
        icon={<IconRefresh size={ICON_PX} aria-hidden="true" />}
        disabled={last === undefined}
        onPress={() => last !== undefined && void withdraw.run({ eventId: last.eventId })}
      >
        {last === undefined ? t("check.remeasure-none") : t("check.remeasure", { piece: last.piece })}
      </Key>
      <Key icon={<IconBug size={ICON_PX} aria-hidden="true" />} onPress={() => go("defect")}>
        {t("key.defect")}
      </Key>
      {onOther !== null && (
        <Key icon={<IconArrowRight size={ICON_PX} aria-hidden="true" />} onPress={onOther}>
          {t("check.other")}
        </Key>
      )}
      {complete ? (
        <Key
          primary={!toRepeat}
          icon={<IconCheck size={ICON_PX} aria-hidden="true" />}
          onPress={() => go("home")}
        >
          {t("check.done")}
        </Key>
      ) : (
        <Key
          primary={!toRepeat}
          icon={<IconGridDots size={ICON_PX} aria-hidden="true" />}
          onPress={() => open({ kind: "pad" })}
        >
          {t("key.pad")}
        </Key>
      )}
    </div>
  );
}
