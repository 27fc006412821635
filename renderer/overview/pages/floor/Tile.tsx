import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import { ConditionShape } from "./ConditionShape.tsx";
import { conditionState } from "./condition-look.ts";
import styles from "./Tile.module.css";
import { TileFoot } from "./TileFoot.tsx";
import { TileMachines } from "./TileMachines.tsx";
import { isLoud, tileCondition } from "./tile-condition.ts";
import type { TileProps } from "./tile-props.ts";
import { conditionAge, tileNote } from "./tile-words.ts";

/** One machine in the hall: quiet while it runs, solid when someone should look, dashed when nobody knows. */
export function Tile({ tile, nowMs, staleSinceUtc }: TileProps) {
  const intl = useIntl();
  const condition = tileCondition(tile);
  return (
    <article
      className={styles.tile}
      data-state={conditionState(condition)}
      data-condition={condition}
      data-testid={`tile-${tile.stationId}`}
      {...(isLoud(tile, nowMs) ? { "data-loud": "" } : {})}
      {...(tile.machines.length > 1 ? { "data-crowded": "" } : {})}
    >
      <div className={styles.content}>
        <header className={styles.head}>
          <ConditionShape condition={condition} size={24} />
          <div className={styles.title}>
            <h3 className={styles.machine}>{tile.machineName}</h3>
            <span className={styles.station}>{tile.stationId}</span>
          </div>
        </header>
        <p className={styles.word} data-lines="1">
          <FormattedMessage id={`state.${condition}`} />
        </p>
        <Figure tile={tile} nowMs={nowMs} />
        <p className={styles.note}>{tileNote(intl, tile)}</p>
        {tile.machines.length === 0 && <TileBar tile={tile} />}
        <TileMachines machines={tile.machines} nowMs={nowMs} />
        <TileFoot tile={tile} nowMs={nowMs} staleSinceUtc={staleSinceUtc} />
      </div>
    </article>
  );
}

/** Good of planned once more, for the eye that only passes by. */
function TileBar({ tile }: Pick<TileProps, "tile">) {
  if (tile.plannedQuantity === null || tile.plannedQuantity === 0) return null;
  const share = Math.min(1, Math.max(0, tile.good / tile.plannedQuantity));
  return (
    <svg className={styles.bar} preserveAspectRatio="none" viewBox="0 0 100 1" aria-hidden="true">
      <rect className={styles.track} width="100" height="1" />
      <rect className={styles.fill} width={share * 100} height="1" />
    </svg>
  );
}

/** Pieces while it makes pieces; otherwise how long it has not. */
function Figure({ tile, nowMs }: Pick<TileProps, "tile" | "nowMs">) {
  const intl = useIntl();
  const counts = tileCondition(tile) === "running" && tile.plannedQuantity !== null;
  if (!counts) {
    return <p className={styles.figure}>{conditionAge(intl, tile, nowMs) ?? "–"}</p>;
  }
  const planned = intl.formatNumber(tile.plannedQuantity ?? 0);
  return (
    <p className={styles.figure}>
      <FormattedNumber value={tile.good} />{" "}
      <span className={styles.of}>
        <FormattedMessage id="tile.of" values={{ planned }} />
      </span>
    </p>
  );
}
