import { IconCircleCheck } from "@tabler/icons-react";
import type { StopsView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { MiddleNote } from "../frame/MiddleNote.tsx";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { type Text, useText } from "../text/use-text.ts";
import styles from "./Lists.module.css";
import { StopRowWords } from "./StopRowWords.tsx";

const ROWS = 6;

/** The stops of this shift, newest first. */
export function StopsSheet() {
  const { model, open } = useScreen();
  const { stops } = model;
  const t = useText();
  return (
    <SheetLayout heading={t("list.stops")} note={noteOf(stops, t)} closeIsPrimary>
      {stops.last.length === 0 ? (
        <MiddleNote icon={<IconCircleCheck />} words={t("list.no-stops")} note={t("list.no-stops-note")} />
      ) : (
        <ul className={styles.list}>
          {stops.last.slice(0, ROWS).map((stop) => (
            <li key={stop.stopId} className={styles.row}>
              <StopRowWords stop={stop} />
              {stop.canName && (
                <Key className={styles.nameIt} onPress={() => open({ kind: "stop", stopId: stop.stopId })}>
                  {t(stop.reason === null ? "stop.name-it" : "stop.name-anew")}
                </Key>
              )}
            </li>
          ))}
        </ul>
      )}
    </SheetLayout>
  );
}

/** Known stops first; micro-stops and time without data are no stops, so each says its own figure. */
function noteOf({ count, minutes, microStops, noDataMinutes }: StopsView, t: Text): string {
  return [
    t("list.stops-note", { count, minutes }),
    ...(microStops === 0 ? [] : [t("stop.micro", { count: microStops })]),
    ...(noDataMinutes === 0 ? [] : [t("stop.no-data-minutes", { minutes: noDataMinutes })]),
  ].join(" · ");
}
