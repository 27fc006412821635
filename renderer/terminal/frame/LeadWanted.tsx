import { BadgeDrawing } from "../sign-in/BadgeDrawing.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./LeadWanted.module.css";

/** What only a lead may waits here for a lead's badge; after it the sheet goes on. */
export function LeadWanted() {
  const t = useText();
  return (
    <div className={styles.badge} data-primary="">
      <BadgeDrawing />
      <p className={styles.words}>{t("refusal.lead-only")}</p>
    </div>
  );
}
