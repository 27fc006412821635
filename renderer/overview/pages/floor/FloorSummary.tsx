import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import type { FloorPage } from "../../../../shared/protocol/pages.ts";
import { ConditionShape } from "./ConditionShape.tsx";
import { conditionState } from "./condition-look.ts";
import styles from "./FloorSummary.module.css";
import { shiftWords } from "./shift-words.ts";
import { countConditions, seldomConditions, type TileCondition, tileConditions } from "./tile-condition.ts";

/** How many machines are in which state, by shape and word, in places that never move. */
export function FloorSummary({ page }: { readonly page: FloorPage }) {
  const intl = useIntl();
  const counts = countConditions(page.tiles);
  const online = page.tiles.filter((tile) => tile.online).length;
  return (
    <section className={styles.summary} aria-label={page.plantName}>
      <div className={styles.plant}>
        <div className={styles.heading}>
          <h2 className={styles.plantName}>{page.plantName}</h2>
          {page.shift !== null && (
            <span className={styles.shift} data-testid="floor-shift">
              {shiftWords(intl, page.shift)}
            </span>
          )}
        </div>
        <p className={styles.note}>
          <FormattedMessage
            id="floor.stations"
            values={{ count: page.tiles.length, online: intl.formatNumber(online) }}
          />
        </p>
      </div>
      <ul className={styles.counts}>
        {tileConditions
          .filter((condition) => counts[condition] > 0 || !seldomConditions.has(condition))
          .map((condition) => (
            <ConditionCount key={condition} condition={condition} count={counts[condition]} />
          ))}
      </ul>
      <p className={styles.good}>
        <span className={styles.goodFigure} data-testid="good-total">
          <FormattedNumber value={page.goodTotal} />
        </span>
        <span className={styles.note}>
          <FormattedMessage id="floor.good" />
        </span>
      </p>
    </section>
  );
}

interface ConditionCountProps {
  readonly condition: TileCondition;
  readonly count: number;
}

function ConditionCount({ condition, count }: ConditionCountProps) {
  return (
    <li
      className={styles.count}
      data-state={conditionState(condition)}
      data-testid={`count-${condition}`}
      {...(count === 0 ? { "data-none": "" } : {})}
    >
      <ConditionShape condition={condition} size={30} />
      <span>
        <span className={styles.countFigure}>
          <FormattedNumber value={count} />
        </span>
        <span className={styles.note}>
          <FormattedMessage id={`floor.count.${condition}`} />
        </span>
      </span>
    </li>
  );
}
