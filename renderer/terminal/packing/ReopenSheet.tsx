import { groupedSscc } from "../../../shared/lib/grouped-sscc.ts";
import { isLeadHere } from "../app/is-lead-here.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { LeadWanted } from "../frame/LeadWanted.tsx";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { ReasonTiles } from "../reason/ReasonTiles.tsx";
import { useText } from "../text/use-text.ts";

/** A lead opens a closed box or pallet again: one tap on why. Who is none scans a lead's badge first; the sheet waits. */
export function ReopenSheet({ unitId }: { readonly unitId: string }) {
  const { model, open } = useScreen();
  const t = useText();
  const reopen = useCommand("packing.reopen");
  const { last } = model.packing;
  const { reopen: reasons } = model.reasons;
  const isLead = isLeadHere(model.people);
  const choose = async (reasonCode: string) => {
    const answer = await reopen.run({ unitId, reasonCode });
    if (answer?.ok === true) open({ kind: "packing" });
  };
  return (
    <SheetLayout
      heading={t("packing.reopen-why", { sscc: groupedSscc(last?.sscc ?? "") })}
      note={t("packing.reopen-note")}
      closeIsPrimary={isLead && reasons.length === 0}
    >
      {isLead ? <ReasonTiles reasons={reasons} onTap={(code) => void choose(code)} /> : <LeadWanted />}
    </SheetLayout>
  );
}
