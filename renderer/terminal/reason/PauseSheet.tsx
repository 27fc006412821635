import { IconTool } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { ReasonTiles } from "./ReasonTiles.tsx";
import styles from "./SheetFootKey.module.css";

/** Why the order is paused, or all that run on the machine: one tap. */
export function PauseSheet({ all }: { readonly all: boolean }) {
  const { model, closeSheet } = useScreen();
  const t = useText();
  const pause = useCommand("orders.pause");
  const start = useCommand("orders.start");
  const { order } = model;
  const { pause: reasons } = model.reasons;
  const setUp = async (jobOrderId: string) => {
    const answer = await start.run({ jobOrderId, activeOrder: null, phase: "set-up" });
    if (answer?.ok === true) closeSheet();
  };
  const choose = async (reasonCode: string) => {
    const answer = await pause.run({ reasonCode, ...(all && { all }) });
    if (answer?.ok === true) closeSheet();
  };
  return (
    <SheetLayout
      heading={all ? t("reason.pause-all", { count: order?.together ?? 0 }) : t("reason.pause")}
      note={t(all ? "reason.pause-all-note" : "reason.pause-note")}
      closeIsPrimary={reasons.length === 0}
      foot={
        !all &&
        order?.state === "running" && (
          <Key
            className={styles.key}
            icon={<IconTool size={36} aria-hidden="true" />}
            note={t("reason.set-up-note")}
            onPress={() => void setUp(order.jobOrderId)}
          >
            {t("key.set-up")}
          </Key>
        )
      }
    >
      <ReasonTiles reasons={reasons} onTap={(code) => void choose(code)} />
    </SheetLayout>
  );
}
