import { IconX } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { isLeadHere } from "../app/is-lead-here.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { ReasonTiles } from "./ReasonTiles.tsx";
import styles from "./SheetFootKey.module.css";

/** The order ends with pieces missing: how many, and one tap on why. A lead may give it up instead. */
export function FinishShortSheet() {
  const { model, go, open } = useScreen();
  const t = useText();
  const finish = useCommand("orders.finishShort");
  const { order, reasons, people } = model;
  const isLead = isLeadHere(people);
  const choose = async (reasonCode: string) => {
    const answer = await finish.run({ reasonCode });
    if (answer?.ok === true) go("orders");
  };
  if (order === null) return null;
  return (
    <SheetLayout
      heading={t("reason.short", { order: order.jobOrderId, count: order.remaining })}
      note={t("reason.short-note")}
      closeIsPrimary={reasons.short.length === 0}
      foot={
        isLead && (
          <Key
            className={styles.key}
            icon={<IconX size={36} aria-hidden="true" />}
            onPress={() => open({ kind: "abort" })}
          >
            {t("key.abort")}
          </Key>
        )
      }
    >
      <ReasonTiles reasons={reasons.short} onTap={(code) => void choose(code)} />
    </SheetLayout>
  );
}
