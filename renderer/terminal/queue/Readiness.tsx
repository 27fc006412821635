import { IconAlertTriangle, IconCheck, IconLock, IconUsersGroup } from "@tabler/icons-react";
import type { ElsewhereView } from "../../../shared/screen/route-view.ts";
import type { QueueRow } from "../../../shared/screen/screen-model.ts";
import { Chip } from "../../ui/Chip.tsx";
import { useScreen } from "../app/screen-context.ts";
import { asOfWords } from "../text/as-of-words.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { useWording } from "../text/wording.ts";
import styles from "./Readiness.module.css";
import { readinessWords, rowBlocker } from "./row-blocker.ts";

/** Whether an order can be worked, said before anyone tries. */
export function Readiness({ row }: { readonly row: QueueRow }) {
  const t = useText();
  const blocker = rowBlocker(row);
  if (blocker !== undefined && row.state === "released") {
    return (
      <div className={styles.readiness}>
        <Chip state="stopped" icon={<IconLock size={28} aria-hidden="true" />}>
          <span className="visually-hidden">{t("queue.blocked")}: </span>
          <span className={styles.reason} data-clip>
            {readinessWords(blocker, t)}
          </span>
        </Chip>
      </div>
    );
  }
  return (
    <div className={styles.readiness}>
      <StateOf row={row} />
      <NeedsOf row={row} />
    </div>
  );
}

/**
 * The first thing that someone should look at, else what other stations have made, else what came from the operation
 * before, else the operation.
 */
function NeedsOf({ row }: { readonly row: QueueRow }) {
  const t = useText();
  const attention = row.readiness.find(({ state }) => state === "attention");
  if (attention === undefined && row.elsewhere !== null) return <Elsewhere elsewhere={row.elsewhere} />;
  const open = attention ?? row.readiness.find(({ code }) => code === "upstream-ready");
  const Icon = open?.state === "attention" ? IconAlertTriangle : IconCheck;
  return (
    <span className={styles.line}>
      <Icon size={24} aria-hidden="true" />
      <span data-clip>
        {open === undefined ? t("queue.operation", { operation: row.operation }) : readinessWords(open, t)}
      </span>
    </span>
  );
}

function Elsewhere({ elsewhere }: { readonly elsewhere: ElsewhereView }) {
  const wording = useWording();
  const { dataIsOld } = useScreen().model.station;
  const asOf = asOfWords(elsewhere.asOfUtc, dataIsOld, wording);
  return (
    <span className={styles.line}>
      <IconUsersGroup size={24} aria-hidden="true" />
      <span data-clip>{wording.t("queue.elsewhere", { good: elsewhere.good, asOf })}</span>
    </span>
  );
}

function StateOf({ row }: { readonly row: QueueRow }) {
  const t = useText();
  const number = useNumber();
  const made = t("queue.made", { good: row.good, planned: row.planned });
  switch (row.state) {
    case "running":
    case "setting-up":
      return (
        <span className={styles.chipLine}>
          <Chip state={row.state === "running" ? "running" : "setup"}>{t(`queue.${row.state}`)}</Chip>{" "}
          <span>{made}</span>
        </span>
      );
    case "paused":
    case "held":
      return (
        <span className={styles.chipLine}>
          <Chip state={row.state === "held" ? "stopped" : "waiting"}>{t(`queue.${row.state}`)}</Chip>{" "}
          <span>{made}</span>
        </span>
      );
    case "finished":
      return (
        <span className={styles.chipLine}>
          <Chip state="planned">{t("queue.finished")}</Chip> <span>{number.whole(row.good)}</span>
        </span>
      );
    case "released":
      return (
        <span className={styles.line}>
          <IconCheck size={24} aria-hidden="true" />
          <span>{t("queue.materials", { count: row.materialCount })}</span>
        </span>
      );
  }
}
