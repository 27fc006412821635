import {
  IconBox,
  IconFirstAidKit,
  IconRulerMeasure,
  IconTool,
  IconTools,
  IconUserStar,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import type { HelpCategory } from "../app/view-state.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { TileGrid } from "../frame/TileGrid.tsx";
import { useText } from "../text/use-text.ts";

const ICON_PX = 44;
const categories: readonly { readonly category: HelpCategory; readonly icon: ReactNode }[] = [
  { category: "lead", icon: <IconUserStar size={ICON_PX} aria-hidden="true" /> },
  { category: "material", icon: <IconBox size={ICON_PX} aria-hidden="true" /> },
  { category: "maintenance", icon: <IconTool size={ICON_PX} aria-hidden="true" /> },
  { category: "quality", icon: <IconRulerMeasure size={ICON_PX} aria-hidden="true" /> },
  { category: "tooling", icon: <IconTools size={ICON_PX} aria-hidden="true" /> },
  { category: "safety", icon: <IconFirstAidKit size={ICON_PX} aria-hidden="true" /> },
];

/** Who is needed: one tap calls, with or without a network. */
export function HelpSheet() {
  const { closeSheet, notice } = useScreen();
  const t = useText();
  const call = useCommand("help.request");
  const choose = async (id: string) => {
    const chosen = categories.find(({ category }) => category === id);
    if (chosen === undefined) return;
    const answer = await call.run({ category: chosen.category });
    if (answer?.ok !== true) return;
    closeSheet();
    if (!answer.repeated) notice({ kind: "help-called", category: chosen.category });
  };
  return (
    <SheetLayout heading={t("help.heading")} note={t("help.note")}>
      <TileGrid
        columns={3}
        tiles={categories.map(({ category, icon }) => ({ id: category, word: t(`help.${category}`), icon }))}
        onTap={(id) => void choose(id)}
      />
    </SheetLayout>
  );
}
