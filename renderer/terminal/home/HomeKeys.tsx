import {
  IconClipboardList,
  IconListNumbers,
  IconPlayerPause,
  IconReload,
  IconTool,
  IconTrash,
} from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useText } from "../text/use-text.ts";
import styles from "./HomeKeys.module.css";
import { HomePrimaryKey } from "./HomePrimaryKey.tsx";
import { homePrimary } from "./home-primary.ts";

/** A changed-over machine is set up first, so that this time is not taken for run time. */
function SetUpKey({ jobOrderId }: { readonly jobOrderId: string }) {
  const t = useText();
  const start = useCommand("orders.start");
  return (
    <Key
      className={styles.key}
      icon={<IconTool size={36} aria-hidden="true" />}
      onPress={() => void start.run({ jobOrderId, activeOrder: null, phase: "set-up" })}
    >
      {t("key.set-up-order", { order: jobOrderId })}
    </Key>
  );
}

/** The four things done most often; which is first follows from how the order stands. */
export function HomeKeys() {
  const { model, open, go } = useScreen();
  const t = useText();
  const primary = homePrimary(model);
  if (model.order === null) {
    return (
      <div className={styles.idle}>
        <HomePrimaryKey primary={primary} />
        {primary.kind === "start" && <SetUpKey jobOrderId={primary.jobOrderId} />}
        {primary.kind !== "all-orders" && (
          <Key
            className={styles.key}
            icon={<IconListNumbers size={36} aria-hidden="true" />}
            onPress={() => go("orders")}
          >
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
      {model.order.state === "running" || model.order.state === "setting-up" ? (
        <Key
          icon={<IconPlayerPause size={36} aria-hidden="true" />}
          onPress={() => open({ kind: "pause", all: false })}
        >
          {t("key.pause")}
        </Key>
      ) : (
        <Key
          icon={<IconClipboardList size={36} aria-hidden="true" />}
          onPress={() => go(primary.kind === "open-order" ? "orders" : "run")}
        >
          {t(primary.kind === "open-order" ? "key.all-orders" : "key.open-order")}
        </Key>
      )}
    </div>
  );
}
