import { groupedSscc } from "../../../shared/lib/grouped-sscc.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { ReasonTiles } from "../reason/ReasonTiles.tsx";
import { BadgeDrawing } from "../sign-in/BadgeDrawing.tsx";
import { useText } from "../text/use-text.ts";
import styles from "./ReopenSheet.module.css";

/** A lead opens a closed box or pallet again: one tap on why. Who is none scans a lead's badge first; the sheet waits. */
export function ReopenSheet({ unitId }: { readonly unitId: string }) {
  const { model, open } = useScreen();
  const t = useText();
  const reopen = useCommand("packing.reopen");
  const { last } = model.packing;
  const { reopen: reasons } = model.reasons;
  const isLead = model.people.signedIn.at(-1)?.role === "lead";
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
      {isLead ? (
        <ReasonTiles reasons={reasons} onTap={(code) => void choose(code)} />
      ) : (
        <div className={styles.badge} data-primary="">
          <BadgeDrawing />
          <p className={styles.words}>{t("refusal.lead-only")}</p>
        </div>
      )}
    </SheetLayout>
  );
}
