import { StateShape } from "../../ui/StateShape.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useScreen } from "../app/screen-context.ts";
import { elapsed } from "../text/elapsed.ts";
import { useText } from "../text/use-text.ts";
import styles from "./MachineBand.module.css";
import { isLoud, stateLooks } from "./state-look.ts";

interface MachineBandProps {
  /** "question" is lower and its time as large as the word: the time is what it is about. */
  readonly size?: "home" | "question";
  /** At the right: what it is about. */
  readonly title: string;
  readonly note?: string | null;
}

/** The machine's state across the whole screen, readable from two metres. */
export function MachineBand({ size = "home", title, note = null }: MachineBandProps) {
  const { machine } = useScreen().model;
  const nowMs = useNowMs();
  const t = useText();
  const look = stateLooks[machine.state];
  return (
    <section className={styles.band} data-size={size} data-state={look} data-loud={isLoud(machine, nowMs)}>
      <StateShape state={look} size={60} />
      <p className={styles.word} data-lines="1">
        {t(`state.${machine.state}`)}
      </p>
      <time className={styles.time} data-lines="1">
        {elapsed(Date.parse(machine.sinceUtc), nowMs)}
      </time>
      <div className={styles.about}>
        <span className={styles.title} data-clip>
          {title}
        </span>
        {note !== null && (
          <span className={styles.note} data-clip>
            {note}
          </span>
        )}
      </div>
    </section>
  );
}
