import { IconBug } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { CheckView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { EmptyScreen } from "../frame/EmptyScreen.tsx";
import { useText } from "../text/use-text.ts";
import { CheckKeys } from "./CheckKeys.tsx";
import styles from "./CheckScreen.module.css";
import { CheckTitle } from "./CheckTitle.tsx";
import { MeasurePad } from "./MeasurePad.tsx";
import { PiecesRow } from "./PiecesRow.tsx";
import { SampleChart } from "./SampleChart.tsx";
import { RoomySamplePanel, SamplePanel } from "./SamplePanel.tsx";

/** A measured check: pieces of the sample, the chart of the samples before, gauge or pad. */
export function CheckScreen() {
  const { model, go, openCheck } = useScreen();
  const t = useText();
  const [wanted, setWanted] = useState(0);
  const check = model.checks[wanted % Math.max(1, model.checks.length)];
  const openId = check?.characteristicId ?? null;
  useEffect(() => openCheck(openId), [openCheck, openId]); // closed by useCheckClosing, and not by the glance screen
  if (check === undefined) {
    return (
      <EmptyScreen
        heading={t("check.none-title")}
        note={t("check.none-note")}
        keyWord={t("key.defect")}
        keyIcon={<IconBug size={36} aria-hidden="true" />}
        onPress={() => go("defect")}
      />
    );
  }
  return (
    <OpenCheck
      key={check.characteristicId}
      check={check}
      onOther={model.checks.length > 1 ? () => setWanted(wanted + 1) : null}
    />
  );
}

interface OpenCheckProps {
  readonly check: CheckView;
  readonly onOther: (() => void) | null;
}

function OpenCheck({ check, onOther }: OpenCheckProps) {
  const { view } = useScreen();
  const padOpen = view.sheet?.kind === "pad";
  if (padOpen) {
    return (
      <div className={styles.withPad}>
        <MeasurePad check={check} />
        <div className={styles.beside}>
          <CheckTitle check={check} short />
          <PiecesRow check={check} narrow />
          <RoomySamplePanel check={check} />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.screen}>
      <CheckTitle check={check} />
      <PiecesRow check={check} />
      <div className={styles.middle}>
        <SampleChart check={check} />
        <SamplePanel check={check} />
      </div>
      <CheckKeys check={check} onOther={onOther} />
    </div>
  );
}
