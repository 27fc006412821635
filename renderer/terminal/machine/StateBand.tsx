import type { MachineTrend } from "../../../shared/screen/machine-trend.ts";
import type { MachineView } from "../../../shared/screen/screen-model.ts";
import { StateShape } from "../../ui/StateShape.tsx";
import { useScreen } from "../app/screen-context.ts";
import { stateLooks } from "../frame/state-look.ts";
import { useText } from "../text/use-text.ts";
import styles from "./StateBand.module.css";
import { type StateSpan, stateSpans } from "./state-spans.ts";

/** Wide enough for its shape. */
const ROOM_FOR_SHAPE = 0.025;

interface StateBandProps {
  readonly machine: MachineView;
  readonly trend: MachineTrend | null;
}

/** What the machine was doing over the time of the lines above: colour and shape on the band, words for who cannot see it. */
export function StateBand({ machine, trend }: StateBandProps) {
  const { time } = useScreen();
  const t = useText();
  const spans = trend === null ? [] : stateSpans(trend, machine);
  const at = (share: number) =>
    trend === null
      ? ""
      : time.clock(new Date(trend.fromMs + share * (trend.toMs - trend.fromMs)).toISOString());
  const words = spans.map(({ state, from, to }) => `${t(`state.${state}`)} ${at(from)}–${at(to)}`).join(", ");
  return (
    <div className={styles.row}>
      <span className={styles.label}>{t("machine.states")}</span>
      <div className={styles.band} role="img" aria-label={words === "" ? t("machine.trend-comes") : words}>
        {spans.map((span) => (
          <Span key={span.from} span={span} />
        ))}
      </div>
      <span className={styles.now}>{t("machine.now")}</span>
    </div>
  );
}

function Span({ span: { state, from, to } }: { readonly span: StateSpan }) {
  const look = stateLooks[state];
  return (
    <span
      className={styles.span}
      data-state={look}
      style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
    >
      {to - from > ROOM_FOR_SHAPE && <StateShape state={look} size={20} />}
    </span>
  );
}
