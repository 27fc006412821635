import { FormattedMessage, useIntl } from "react-intl";
import { ConditionShape } from "./ConditionShape.tsx";
import { conditionState } from "./condition-look.ts";
import { MachineList } from "./MachineList.tsx";
import { NextOrders } from "./NextOrders.tsx";
import { TileFoot } from "./TileFoot.tsx";
import { isLoud, tileCondition } from "./tile-condition.ts";
import type { TileProps } from "./tile-props.ts";
import { conditionAge, wideTileLines } from "./tile-words.ts";
import styles from "./WideTile.module.css";
import { WideTileFigures } from "./WideTileFigures.tsx";

interface WideTileProps extends TileProps {
  /** The only machine in the hall: there is room for what comes next. */
  readonly isAlone: boolean;
}

/** A hall of one or two machines: the same tile as large as the place allows, drawn like the terminal's glance mode. */
export function WideTile({ tile, nowMs, staleSinceUtc, isAlone }: WideTileProps) {
  const intl = useIntl();
  const condition = tileCondition(tile);
  const { above, note } = wideTileLines(intl, tile);
  const isOld = condition === "offline" || staleSinceUtc !== null;
  return (
    <article
      className={styles.tile}
      data-state={conditionState(condition)}
      data-condition={condition}
      data-testid={`tile-${tile.stationId}`}
      {...(isLoud(tile, nowMs) ? { "data-loud": "" } : {})}
      {...(isOld ? { "data-old": "" } : {})}
      {...(tile.machines.length > 1 ? { "data-crowded": "" } : {})}
    >
      <header className={styles.head}>
        <h3 className={styles.machine}>{tile.machineName}</h3>
        <span className={styles.station}>
          {tile.workUnit} · {tile.stationId}
        </span>
      </header>
      <div className={styles.band}>
        <ConditionShape condition={condition} size={72} />
        <p className={styles.word} data-lines="1">
          <FormattedMessage id={`state.${condition}`} />
        </p>
        <p className={styles.elapsed}>{conditionAge(intl, tile, nowMs)}</p>
      </div>
      <div className={styles.body}>
        {above !== null && <p className={styles.above}>{above}</p>}
        <p className={styles.note}>{note}</p>
        {tile.plannedQuantity !== null && (
          <WideTileFigures good={tile.good} scrap={tile.scrap} planned={tile.plannedQuantity} />
        )}
      </div>
      <MachineList machines={tile.machines} nowMs={nowMs} />
      {isAlone && (
        <div className={styles.next}>
          <NextOrders workUnit={tile.workUnit} nowMs={nowMs} />
        </div>
      )}
      <footer className={styles.foot}>
        <TileFoot tile={tile} nowMs={nowMs} staleSinceUtc={staleSinceUtc} />
      </footer>
    </article>
  );
}
