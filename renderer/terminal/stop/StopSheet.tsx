import type { CauseView, ReasonTile } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { ReasonTiles } from "../reason/ReasonTiles.tsx";
import { type Text, useText } from "../text/use-text.ts";
import styles from "./StopSheet.module.css";

/** Why the machine stands or stood: one tap. The likeliest reasons come first; asking later is always allowed. */
export function StopSheet({ stopId }: { readonly stopId: string }) {
  const { model, time, closeSheet } = useScreen();
  const t = useText();
  const qualify = useCommand("stops.qualify");
  const current = model.machine.stop?.stopId === stopId ? model.machine.stop : null;
  const row = model.stops.last.find((stop) => stop.stopId === stopId);
  const choose = async (reasonCode: string) => {
    const answer = await qualify.run({ stopId, reasonCode });
    if (answer?.ok === true) closeSheet();
  };
  const reasons = inOrder(model.reasons.pause, current?.likely ?? []);
  const isNoData = current?.isNoData ?? row?.isNoData ?? false;
  const causes = current?.causes ?? row?.causes ?? [];
  return (
    <SheetLayout
      heading={t(isNoData ? "stop.why-no-data" : "stop.why")}
      note={
        current === null && row !== undefined
          ? t("stop.lasted", { time: time.clock(row.sinceUtc), minutes: row.minutes })
          : undefined
      }
      closeWord={t("stop.later")}
    >
      <div className={styles.body}>
        <p className={styles.causes} data-clip>
          {causeWords(causes, t)}
        </p>
        <ReasonTiles reasons={reasons} onTap={(code) => void choose(code)} />
      </div>
    </SheetLayout>
  );
}

function inOrder(all: readonly ReasonTile[], likely: readonly ReasonTile[]): readonly ReasonTile[] {
  const first = new Set(likely.map(({ reasonCode }) => reasonCode));
  return [...likely, ...all.filter(({ reasonCode }) => !first.has(reasonCode))];
}

/** The machine's own words: its alarms around the beginning of the stop. */
function causeWords(causes: readonly CauseView[], t: Text): string {
  if (causes.length === 0) return t("stop.no-alarm");
  return causes.map(({ name, text }) => (name === text ? name : `${name} ${text}`)).join(", ");
}
