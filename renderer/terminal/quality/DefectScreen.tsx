import { IconClipboardList } from "@tabler/icons-react";
import { useState } from "react";
import { ScreenHeading } from "../../ui/ScreenHeading.tsx";
import { useScreen } from "../app/screen-context.ts";
import { EmptyScreen } from "../frame/EmptyScreen.tsx";
import { useText } from "../text/use-text.ts";
import { DefectCodes } from "./DefectCodes.tsx";
import { DefectFoot } from "./DefectFoot.tsx";
import styles from "./DefectScreen.module.css";

/** What is wrong with how many pieces, and what happens to them. */
export function DefectScreen() {
  const { model, go } = useScreen();
  const t = useText();
  const [code, setCode] = useState<string | null>(null);
  const { order, defects } = model;
  if (order === null || defects.length === 0) {
    return (
      <EmptyScreen
        heading={t("defect.heading")}
        note={t(order === null ? "defect.no-order" : "defect.none")}
        keyWord={t(order === null ? "key.all-orders" : "key.open-order")}
        keyIcon={<IconClipboardList size={36} aria-hidden="true" />}
        onPress={() => go(order === null ? "orders" : "run")}
      />
    );
  }
  return (
    <div className={styles.screen}>
      <header className={styles.title}>
        <ScreenHeading clips className={styles.name}>
          {order.jobOrderId} {order.itemName}
        </ScreenHeading>
        <span className={styles.what}>{t("defect.heading")}</span>
        <span className={styles.hint}>{t("defect.pick")}</span>
      </header>
      <DefectCodes chosen={code} onChoose={setCode} />
      <DefectFoot key={order.jobOrderId} code={code} onSaved={() => setCode(null)} />
    </div>
  );
}
