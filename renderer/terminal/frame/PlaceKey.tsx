import { Button } from "react-aria-components";
import type { PlaceView } from "../../../shared/screen/place-view.ts";
import { StateShape } from "../../ui/StateShape.tsx";
import { usePressGuard } from "../../ui/use-press-guard.ts";
import { useScreen } from "../app/screen-context.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PlaceKey.module.css";
import { stateLooks } from "./state-look.ts";

interface PlaceKeyProps {
  readonly place: PlaceView;
  readonly size: "header" | "band";
}

/** With more places than this there is room for their names alone: no count in the band, no second line in the header. */
const MORE_THAN_NAMES_UP_TO = 2;

/** One place: the shape of its state, its name and what is worked there; the shown one is marked. */
export function PlaceKey({ place, size }: PlaceKeyProps) {
  const { showPlace, model } = useScreen();
  const t = useText();
  const number = useNumber();
  const { workUnit, jobOrderId, order, machineState } = place;
  const guarded = usePressGuard(() => showPlace({ workUnit, jobOrderId }));
  const state = stateLooks[machineState ?? "idle"];
  const stand = t(`state.${machineState ?? "idle"}`);
  const isShared = jobOrderId !== null;
  const worked = order === null ? t("home.no-order") : `${order.jobOrderId} ${order.itemName}`;
  // Orders that run together are told apart by their own names, machines by theirs.
  const [main, other] = isShared ? [worked, place.name] : [place.name, worked];
  const note = size === "band" ? `${stand}, ${other}` : other;
  const hasRoom = model.station.places.length <= MORE_THAN_NAMES_UP_TO;
  return (
    <Button
      className={styles.key ?? ""}
      onPress={guarded}
      aria-current={place.isShown}
      data-shown={place.isShown}
      data-size={size}
      data-names-only={size === "header" && !hasRoom}
      data-state={state}
      data-testid={`place-${jobOrderId ?? workUnit}`}
    >
      <StateShape state={state} size={size === "band" ? 60 : 28} />
      {size === "header" && <span className="visually-hidden">{stand}</span>}
      <span className={styles.words}>
        <span className={styles.main} data-clip>
          {main}
        </span>
        {(hasRoom || size === "band") && (
          <span className={styles.note} data-clip>
            {note}
          </span>
        )}
      </span>
      {size === "band" && order !== null && hasRoom && (
        <span className={styles.count}>
          {number.whole(order.good)}
          <span className={styles.planned}>{t("home.of", { planned: order.planned })}</span>
        </span>
      )}
    </Button>
  );
}
