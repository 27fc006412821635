import { useScreen } from "../app/screen-context.ts";
import { PlaceKey } from "../frame/PlaceKey.tsx";
import styles from "./PlaceBands.module.css";

/** Where a terminal has several places, the band is as many keys: the state of each, readable from two metres. */
export function PlaceBands() {
  const { model } = useScreen();
  return (
    <nav className={styles.bands} data-testid="places">
      {model.station.places.map((place) => (
        <PlaceKey key={`${place.workUnit} ${place.jobOrderId}`} place={place} size="band" />
      ))}
    </nav>
  );
}
