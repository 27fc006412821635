import styles from "./Unbroken.module.css";
import { unbrokenParts } from "./unbroken-parts.ts";

/** Words in which a number with a hyphen stays on one line: "9000-R1" read as "9000-" is another order. */
export function Unbroken({ text }: { readonly text: string }) {
  return unbrokenParts(text).map(({ at, part, isWhole }) =>
    isWhole ? (
      <span key={at} className={styles.whole}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}
