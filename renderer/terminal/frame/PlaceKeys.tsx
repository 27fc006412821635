import { useScreen } from "../app/screen-context.ts";
import { PlaceKey } from "./PlaceKey.tsx";
import styles from "./PlaceKeys.module.css";

/** Every place of the terminal, in the header. */
export function PlaceKeys() {
  const { model } = useScreen();
  return (
    <nav className={styles.places} data-testid="places">
      {model.station.places.map((place) => (
        <PlaceKey key={`${place.workUnit} ${place.jobOrderId}`} place={place} size="header" />
      ))}
    </nav>
  );
}
