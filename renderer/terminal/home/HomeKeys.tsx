import { IconClipboardList, IconPlayerPause, IconReload, IconTrash } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useText } from "../text/use-text.ts";
import styles from "./HomeKeys.module.css";
import { HomePrimaryKey } from "./HomePrimaryKey.tsx";
import { homePrimary } from "./home-primary.ts";

/** The four things done most often; which is first follows from how the order stands. */
export function HomeKeys() {
  const { model, open, go } = useScreen();
  const t = useText();
  const primary = homePrimary(model);
  if (model.order === null) {
    return (
      <div className={styles.idle}>
        <HomePrimaryKey primary={primary} />
        {primary.kind !== "all-orders" && (
          <Key className={styles.key} onPress={() => go("orders")}>
            {t("key.all-orders")}
          </Key>
        )}
      </div>
    );
  }
  return (
    <div className={styles.keys}>
      <HomePrimaryKey primary={primary} />
      <Key icon={<IconTrash size={36} aria-hidden="true" />} onPress={() => open({ kind: "scrap" })}>
        {t("key.scrap")}
      </Key>
      <Key icon={<IconReload size={36} aria-hidden="true" />} onPress={() => open({ kind: "rework" })}>
        {t("key.rework")}
      </Key>
      {model.order.state === "running" ? (
        <Key icon={<IconPlayerPause size={36} aria-hidden="true" />} onPress={() => open({ kind: "pause" })}>
          {t("key.pause")}
        </Key>
      ) : (
        <Key icon={<IconClipboardList size={36} aria-hidden="true" />} onPress={() => go("run")}>
          {t("key.open-order")}
        </Key>
      )}
    </div>
  );
}
