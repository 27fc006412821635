import { FormattedMessage, useIntl } from "react-intl";
import type { FloorPage } from "../../../../shared/protocol/pages.ts";
import styles from "./Hall.module.css";
import { hallGrid } from "./hall-grid.ts";
import { Tile } from "./Tile.tsx";
import { WideTile } from "./WideTile.tsx";

interface HallProps {
  readonly page: FloorPage;
  readonly nowMs: number;
  /** The MES is out of reach: nothing in the hall is live. */
  readonly stale: boolean;
}

/** The machines in their places, in the order the MES gives them: never sorted by state. */
export function Hall({ page, nowMs, stale }: HallProps) {
  const intl = useIntl();
  const { columns, rows } = hallGrid(page.tiles.length);
  if (page.tiles.length === 0) {
    return (
      <section className={styles.hall}>
        <p className={styles.empty}>
          <FormattedMessage id="floor.noTiles" />
        </p>
      </section>
    );
  }
  const staleSinceUtc = stale ? page.asOfUtc : null;
  return (
    <section className={styles.hall} aria-label={intl.formatMessage({ id: "floor.hall" })}>
      <ul className={styles.places} data-columns={columns} data-rows={rows}>
        {page.tiles.map((tile) => (
          <li key={tile.stationId} className={styles.place}>
            {rows === 1 ? (
              <WideTile tile={tile} nowMs={nowMs} staleSinceUtc={staleSinceUtc} isAlone={columns === 1} />
            ) : (
              <Tile tile={tile} nowMs={nowMs} staleSinceUtc={staleSinceUtc} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
