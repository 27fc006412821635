import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useScreen } from "../app/screen-context.ts";
import { asOfWords } from "../text/as-of-words.ts";
import { useWording } from "../text/wording.ts";
import styles from "./CountBlock.module.css";

/** What the good count is of, and what other stations have made, as far and as fresh as it is known here. */
export function GoodLabel({ order }: { readonly order: ActiveOrderView }) {
  const { machine } = useScreen().model;
  const { t } = useWording();
  const isBehind = order.machineCounts && machine.state === "no-data";
  return (
    <span className={styles.label}>
      {order.elsewhere === null ? (
        t("run.good-of", { planned: order.planned })
      ) : (
        <WithElsewhere planned={order.planned} elsewhere={order.elsewhere} hasRoom={!isBehind} />
      )}
      {isBehind && (
        <Chip state="no-signal">{t(order.elsewhere === null ? "run.no-machine-note" : "state.no-data")}</Chip>
      )}
    </span>
  );
}

interface WithElsewhereProps {
  readonly planned: number;
  readonly elsewhere: NonNullable<ActiveOrderView["elsewhere"]>;
  /** The line is not shared with a chip: as of when fits on it. */
  readonly hasRoom: boolean;
}

function WithElsewhere({ planned, elsewhere: { good, asOfUtc }, hasRoom }: WithElsewhereProps) {
  const wording = useWording();
  const { t } = wording;
  const { dataIsOld } = useScreen().model.station;
  const counts = { planned, elsewhere: good };
  if (!hasRoom) return t("run.good-elsewhere", counts);
  const asOf = asOfWords(asOfUtc, dataIsOld, wording);
  if (!dataIsOld) return t("run.good-elsewhere-as-of", { ...counts, asOf });
  return (
    <>
      {t("run.good-elsewhere", counts)}
      <Chip state="waiting">{asOf}</Chip>
    </>
  );
}
