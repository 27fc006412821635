import type { PersonTile } from "../../../shared/screen/people-view.ts";
import { useText } from "../text/use-text.ts";
import styles from "./PinSheet.module.css";

/** Whose PIN is asked for, large enough to notice the wrong name. */
export function PersonCard({ person }: { readonly person: PersonTile | undefined }) {
  const t = useText();
  if (person === undefined) return null;
  return (
    <section className={styles.person}>
      <span className={styles.picture} aria-hidden="true">
        {person.initials}
      </span>
      <p className={styles.name}>{person.name}</p>
      <p className={styles.role}>{t(`role.${person.role}`)}</p>
      <p className={styles.help}>{t(person.pinLocked ? "refusal.pin-locked" : "sign-in.pin-help")}</p>
    </section>
  );
}
