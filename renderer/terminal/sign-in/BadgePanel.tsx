import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import { BadgeDrawing } from "./BadgeDrawing.tsx";
import styles from "./BadgePanel.module.css";

/** The fastest way in, and so the primary of this screen: nothing to press, just scan. */
export function BadgePanel() {
  const { devices } = useScreen().model;
  const t = useText();
  const ready = devices.some(({ device, state }) => device === "scanner" && state === "ok");
  return (
    <section className={styles.panel} data-primary="">
      <ScreenHeading className={styles.heading}>{t("sign-in.heading")}</ScreenHeading>
      <p className={styles.note}>{t("sign-in.note")}</p>
      <BadgeDrawing />
      <p className={styles.device}>
        {ready ? (
          <IconCheck size={28} aria-hidden="true" />
        ) : (
          <IconAlertTriangle size={28} aria-hidden="true" />
        )}
        {t(ready ? "sign-in.scanner-ready" : "sign-in.scanner-lost")}
      </p>
    </section>
  );
}
