import { FormattedMessage, useIntl } from "react-intl";
import styles from "./TileFoot.module.css";
import type { TileProps } from "./tile-props.ts";
import { freshnessWords } from "./tile-words.ts";

/** How old the data of this machine is. On every tile, always: a number without its age may be yesterday's. */
export function TileFoot({ tile, nowMs, staleSinceUtc }: TileProps) {
  const intl = useIntl();
  const isLive = tile.online && staleSinceUtc === null;
  return (
    <p className={styles.foot} data-testid={`age-${tile.stationId}`}>
      {isLive && (
        <span className={styles.mark}>
          <span className={styles.live}>
            <FormattedMessage id="tile.live" />
          </span>
          {" · "}
        </span>
      )}
      {freshnessWords(intl, tile, { nowMs, staleSinceUtc })}
    </p>
  );
}
