import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useScreen } from "../app/screen-context.ts";
import { asOfWords } from "../text/as-of-words.ts";
import { useWording } from "../text/wording.ts";
import styles from "./CountBlock.module.css";

/** What the good count is of, and what other stations have made, as far and as fresh as it is known here. */
export function GoodLabel({ order }: { readonly order: ActiveOrderView }) {
  const wording = useWording();
  const { t } = wording;
  const { station, machine } = useScreen().model;
  const { planned, elsewhere } = order;
  const isBehind = order.machineCounts && machine.state === "no-data";
  const asOf = elsewhere === null ? "" : asOfWords(elsewhere.asOfUtc, station.dataIsOld, wording);
  return (
    <span className={styles.label}>
      {elsewhere === null
        ? t("run.good-of", { planned })
        : t("run.good-elsewhere", { planned, elsewhere: elsewhere.good })}
      {isBehind && <Chip state="no-signal">{t("run.no-machine-note")}</Chip>}
      {!isBehind && asOf !== "" && station.dataIsOld && <Chip state="waiting">{asOf}</Chip>}
      {!isBehind && asOf !== "" && !station.dataIsOld && <span>{asOf}</span>}
    </span>
  );
}
