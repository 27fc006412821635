import { useState } from "react";
import type { ReworkTarget } from "../../../shared/screen/route-view.ts";
import { Stepper } from "../../ui/Stepper.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { ReasonTiles } from "./ReasonTiles.tsx";
import { ReworkWhere } from "./ReworkWhere.tsx";

/** More than this by tapping is a case for the lead. */
const MOST = 99;
const JUMPS = [5, 10];
const NOWHERE: readonly ReworkTarget[] = [];

/**
 * Scrap or rework: the quantity stands at 1, one tap on the reason books it. Rework of an order that has operations
 * before it takes one tap more: where it goes.
 */
export function RejectSheet({ kind }: { readonly kind: "scrap" | "rework" }) {
  const { model, closeSheet } = useScreen();
  const t = useText();
  const [quantity, setQuantity] = useState(1);
  const [reason, setReason] = useState<string | null>(null);
  const scrap = useCommand("orders.reportScrap");
  const rework = useCommand("orders.reportRework");
  const reasons = model.reasons[kind];
  const targets = kind === "rework" ? (model.order?.reworkTargets ?? NOWHERE) : NOWHERE;
  const book = async (reasonCode: string, toJobOrderId?: string) => {
    const answer =
      kind === "scrap"
        ? await scrap.run({ quantity, reasonCode })
        : await rework.run({ quantity, reasonCode, ...(toJobOrderId === undefined ? {} : { toJobOrderId }) });
    if (answer?.ok === true) closeSheet();
  };
  if (reason !== null) {
    return (
      <ReworkWhere
        quantity={quantity}
        reasonCode={reason}
        targets={targets}
        onTap={(toJobOrderId) => void book(reason, toJobOrderId)}
      />
    );
  }
  const choose = (code: string) => (targets.length === 0 ? void book(code) : setReason(code));
  return (
    <SheetLayout
      heading={t(`reason.${kind}`)}
      note={targets.length === 0 ? t("reason.quantity-note", { count: quantity }) : undefined}
      closeIsPrimary={reasons.length === 0}
      foot={
        <Stepper
          value={quantity}
          most={MOST}
          label={t("reason.quantity")}
          fewer={t("reason.fewer")}
          more={t("reason.more")}
          unit={t("reason.pieces", { count: quantity })}
          jumps={JUMPS}
          onChange={setQuantity}
        />
      }
    >
      <ReasonTiles reasons={reasons} onTap={choose} />
    </SheetLayout>
  );
}
