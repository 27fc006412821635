import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./Pad.module.css";
import { PadKeys } from "./PadKeys.tsx";
import type { PadProps } from "./pad-props.ts";

/** More digits than this are shown smaller. */
const LONG = 7;

/** The numeric pad: keys and a display, no field, so no scan and no stray key can ever be typed into it. */
export function Pad(props: PadProps) {
  const t = useText();
  return (
    <section className={styles.pad}>
      <div className={styles.display} data-warning={props.warning === true}>
        <div className={styles.words}>
          <ScreenHeading className={styles.label}>{props.label}</ScreenHeading>
          <span className={styles.hint} role="status">
            {props.hint}
          </span>
        </div>
        {props.aside}
        <output
          className={styles.value}
          aria-label={props.spoken ?? (props.shown || t("pad.empty"))}
          data-testid="pad-value"
          data-long={props.shown.length > LONG}
        >
          {props.shown}
          <span className={styles.caret} aria-hidden="true" />
        </output>
      </div>
      <PadKeys {...props} />
    </section>
  );
}
