import { IconPlus, IconReload, IconTrash } from "@tabler/icons-react";
import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import styles from "./RejectKeys.module.css";

/** Scrap and rework so far; each is the key that adds one. */
export function RejectKeys({ order }: { readonly order: ActiveOrderView }) {
  const { open } = useScreen();
  const t = useText();
  const number = useNumber();
  return (
    <div className={styles.keys}>
      <Key
        className={styles.key}
        icon={<IconTrash size={32} aria-hidden="true" />}
        onPress={() => open({ kind: "scrap" })}
      >
        <span className={styles.words}>
          <span className={styles.name}>{t("key.scrap")}</span>
          <output className={styles.count} data-long={order.scrap > 999}>
            {number.whole(order.scrap)}
          </output>
          <IconPlus size={28} aria-hidden="true" />
        </span>
      </Key>
      <Key
        className={styles.key}
        icon={<IconReload size={32} aria-hidden="true" />}
        onPress={() => open({ kind: "rework" })}
      >
        <span className={styles.words}>
          <span className={styles.name}>{t("key.rework")}</span>
          <output className={styles.count} data-long={order.rework > 999}>
            {number.whole(order.rework)}
          </output>
          <IconPlus size={28} aria-hidden="true" />
        </span>
      </Key>
    </div>
  );
}
