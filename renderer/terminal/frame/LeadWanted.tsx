import { classNames } from "../../ui/class-names.ts";
import { useScreen } from "../app/screen-context.ts";
import { BadgeDrawing } from "../sign-in/BadgeDrawing.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./LeadWanted.module.css";

/** What only a lead may waits here for a lead's badge; after it the sheet goes on. */
export function LeadWanted() {
  const t = useText();
  const { notice } = useScreen().view;
  return (
    <div className={classNames(styles.badge, notice !== null && styles.short)} data-primary="">
      <BadgeDrawing />
      <p className={styles.words}>{t("refusal.lead-only")}</p>
    </div>
  );
}
