import { isLeadHere } from "../app/is-lead-here.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { LeadWanted } from "../frame/LeadWanted.tsx";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { ReasonTiles } from "./ReasonTiles.tsx";

/** A lead gives the order up: one tap on why. The sheet outlasts the time of a lead and waits for the next badge. */
export function AbortSheet() {
  const { model, go } = useScreen();
  const t = useText();
  const abort = useCommand("orders.abort");
  const { order, reasons, people } = model;
  const isLead = isLeadHere(people);
  const choose = async (reasonCode: string) => {
    const answer = await abort.run({ reasonCode });
    if (answer?.ok === true) go("orders");
  };
  return (
    <SheetLayout
      heading={t("reason.abort", { order: order?.jobOrderId ?? "" })}
      note={t("reason.abort-note")}
      closeIsPrimary={isLead && reasons.abort.length === 0}
    >
      {isLead ? <ReasonTiles reasons={reasons.abort} onTap={(code) => void choose(code)} /> : <LeadWanted />}
    </SheetLayout>
  );
}
