import { useState } from "react";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { QuantityStepper } from "./QuantityStepper.tsx";
import { ReasonTiles } from "./ReasonTiles.tsx";

/**
 * Scrap or rework: the quantity stands at 1, one tap on the reason books it. Rework of an order that has operations
 * before it takes one tap more: where it goes.
 */
export function RejectSheet({ kind }: { readonly kind: "scrap" | "rework" }) {
  const { model, closeSheet, open } = useScreen();
  const t = useText();
  const [quantity, setQuantity] = useState(1);
  const scrap = useCommand("orders.reportScrap");
  const rework = useCommand("orders.reportRework");
  const reasons = model.reasons[kind];
  const nothingToTap = reasons.length === 0;
  const asksWhere = kind === "rework" && (model.order?.reworkTargets ?? []).length > 0;
  const book = async (reasonCode: string) => {
    const answer = await (kind === "scrap" ? scrap : rework).run({ quantity, reasonCode });
    if (answer?.ok === true) closeSheet();
  };
  const choose = (reasonCode: string) =>
    asksWhere ? open({ kind: "rework-where", reasonCode, quantity }) : void book(reasonCode);
  return (
    <SheetLayout
      heading={t(`reason.${kind}`)}
      note={asksWhere || nothingToTap ? undefined : t("reason.quantity-note", { count: quantity })}
      closeIsPrimary={nothingToTap}
      foot={!nothingToTap && <QuantityStepper value={quantity} onChange={setQuantity} />}
    >
      <ReasonTiles reasons={reasons} onTap={choose} />
    </SheetLayout>
  );
}
