import { useState } from "react";
import { Stepper } from "../../ui/Stepper.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { ReasonTiles } from "./ReasonTiles.tsx";

/** More than this by tapping is a case for the lead. */
const MOST = 99;
const JUMPS = [5, 10];

/** Scrap or rework: the quantity stands at 1, one tap on the reason books it. */
export function RejectSheet({ kind }: { readonly kind: "scrap" | "rework" }) {
  const { model, closeSheet } = useScreen();
  const t = useText();
  const [quantity, setQuantity] = useState(1);
  const scrap = useCommand("orders.reportScrap");
  const rework = useCommand("orders.reportRework");
  const reasons = model.reasons[kind];
  const choose = async (reasonCode: string) => {
    const command = kind === "scrap" ? scrap : rework;
    const answer = await command.run({ quantity, reasonCode });
    if (answer?.ok === true) closeSheet();
  };
  return (
    <SheetLayout
      heading={t(`reason.${kind}`)}
      note={t("reason.quantity-note", { count: quantity })}
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
      <ReasonTiles reasons={reasons} onTap={(code) => void choose(code)} />
    </SheetLayout>
  );
}
