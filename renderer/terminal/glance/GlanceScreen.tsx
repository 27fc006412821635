import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { holdPressesBack } from "../../ui/use-press-guard.ts";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { stateLooks } from "../frame/state-look.ts";
import { stopToAsk } from "../stop/stop-to-ask.ts";
import { roughly } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import { burnInShift } from "./burn-in-shift.ts";
import { GlanceCount } from "./GlanceCount.tsx";
import { GlanceFoot } from "./GlanceFoot.tsx";
import { GlanceNext } from "./GlanceNext.tsx";
import { GlanceQuestion } from "./GlanceQuestion.tsx";
import styles from "./GlanceScreen.module.css";

/** A state word longer than this leaves less room for its time. */
const LONG_WORD = 9;

/** Who comes to a machine that waits for a reason is asked, also when the question was put off before. */
const NONE_ASKED: ReadonlySet<string> = new Set();

/** Read from three metres while nobody works the screen. The touch that wakes it books nothing. */
export function GlanceScreen({ onWake }: { readonly onWake: () => void }) {
  const { model, view, open } = useScreen();
  const { machine } = model;
  const t = useText();
  const nowMs = useNowMs();
  const loud = machine.state !== "running" && machine.state !== "no-shift";
  const shift = burnInShift(nowMs);
  const wake = () => {
    holdPressesBack();
    const stopId = stopToAsk(model, view, NONE_ASKED);
    if (stopId !== null) open({ kind: "stop", stopId });
    onWake();
  };
  const asks = machine.stop?.asksReason === true;
  const word = t(`state.${machine.state}`);
  return (
    <main
      className={styles.screen}
      style={{ transform: `translate(${-shift.x}px, ${-shift.y}px)` }}
      onPointerUp={wake} // a glove that slides, or lies there for long, makes no click
      onKeyDown={wake}
      data-asks={asks}
      data-primary=""
      data-testid="glance"
    >
      <section className={styles.state} data-state={stateLooks[machine.state]} data-loud={loud}>
        <StateShape state={stateLooks[machine.state]} size={104} />
        <ScreenHeading className={styles.word}>
          <span data-lines="1">{word}</span>
        </ScreenHeading>
        <span className={styles.time} data-small={word.length > LONG_WORD}>
          {roughly(nowMs - Date.parse(machine.sinceUtc), t)}
        </span>
      </section>
      <GlanceCount />
      {asks ? <GlanceQuestion isNoData={machine.stop?.isNoData === true} /> : <GlanceNext />}
      <GlanceFoot />
    </main>
  );
}
