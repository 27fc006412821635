import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { ReasonTiles } from "./ReasonTiles.tsx";

/** Why the order is paused: one tap. */
export function PauseSheet() {
  const { model, closeSheet } = useScreen();
  const t = useText();
  const pause = useCommand("orders.pause");
  const { pause: reasons } = model.reasons;
  const choose = async (reasonCode: string) => {
    const answer = await pause.run({ reasonCode });
    if (answer?.ok === true) closeSheet();
  };
  return (
    <SheetLayout
      heading={t("reason.pause")}
      note={t("reason.pause-note")}
      closeIsPrimary={reasons.length === 0}
    >
      <ReasonTiles reasons={reasons} onTap={(code) => void choose(code)} />
    </SheetLayout>
  );
}
