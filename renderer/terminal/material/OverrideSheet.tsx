import type { OverridableRule } from "../../../shared/domain/materials/events.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { LeadWanted } from "../frame/LeadWanted.tsx";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { ReasonTiles } from "../reason/ReasonTiles.tsx";
import { useText } from "../text/use-text.ts";
import { mayOverride } from "./overridable-scan.ts";

interface OverrideSheetProps {
  readonly lotId: string;
  readonly rule: OverridableRule;
}

/** Why a rule of the scan is set aside: one tap loads the lot and notes who said so. */
export function OverrideSheet({ lotId, rule }: OverrideSheetProps) {
  const { model, closeSheet } = useScreen();
  const t = useText();
  const override = useCommand("materials.override");
  const { override: reasons } = model.reasons;
  // An older lot is anybody's to take; whoever may book nothing now is told so when it is tapped.
  const may = rule !== "expired" || mayOverride(rule, model.people);
  const choose = async (reasonCode: string) => {
    const answer = await override.run({ lotId, rule, reasonCode });
    if (answer?.ok === true) closeSheet();
  };
  return (
    <SheetLayout
      heading={t(`override.${rule}`, { lot: lotId })}
      note={t("override.note")}
      closeIsPrimary={may && reasons.length === 0}
    >
      {may ? <ReasonTiles reasons={reasons} onTap={(code) => void choose(code)} /> : <LeadWanted />}
    </SheetLayout>
  );
}
