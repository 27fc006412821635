import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { bandOnScreen } from "./band-on-screen.ts";
import { Clock } from "./Clock.tsx";
import styles from "./Header.module.css";
import { hasPlaces } from "./has-places.ts";
import { Mark } from "./Mark.tsx";
import { PersonKey } from "./PersonKey.tsx";
import { PlaceKeys } from "./PlaceKeys.tsx";
import { StateCell } from "./StateCell.tsx";
import { SyncKey } from "./SyncKey.tsx";

function State() {
  const { model, view } = useScreen();
  return hasPlaces(model) && view.route !== "sign-in" ? <PlaceKeys /> : <StateCell />;
}

/** Who, where, when, and whether it is received. The state is in a cell here wherever no band below shows it. */
export function Header() {
  const { model, view } = useScreen();
  const t = useText();
  const { order, station } = model;
  const hasBand = bandOnScreen(model, view);
  const signingIn = view.route === "sign-in";
  return (
    <header className={styles.header}>
      <div className={styles.mark}>
        <Mark />
        <span className={styles.takt}>Takt</span>
      </div>
      {hasBand ? <span className={styles.rule} /> : <State />}
      <div className={styles.station} hidden={hasPlaces(model) && !hasBand && !signingIn}>
        <span className={styles.stationId} data-clip>
          {station.stationId}
        </span>
        <span className={styles.machine} data-clip>
          {station.machineName}
        </span>
      </div>
      {signingIn && order !== null && (
        <>
          <span className={styles.rule} />
          <div className={styles.station}>
            <span className={styles.stationId} data-clip>
              {order.jobOrderId} {order.itemName}
            </span>
            <span className={styles.machine}>
              {t("sign-in.good-of", { good: order.good, planned: order.planned })}
            </span>
          </div>
        </>
      )}
      <div className={styles.keys}>
        {!signingIn && <PersonKey />}
        <SyncKey />
      </div>
      <Clock />
    </header>
  );
}
