import { textIn } from "../../../shared/domain/people/localized-text.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { type Tile, TileGrid } from "../frame/TileGrid.tsx";
import { useText } from "../text/use-text.ts";

const HERE = "here";
/** The nearest operations are the ones a piece goes back to; more tiles would be smaller than a glove. */
const MOST_TARGETS = 7;

interface ReworkWhereSheetProps {
  readonly quantity: number;
  readonly reasonCode: string;
}

/** The last of three taps: here, or at an operation before. It books. */
export function ReworkWhereSheet({ quantity, reasonCode }: ReworkWhereSheetProps) {
  const { model, language, closeSheet } = useScreen();
  const t = useText();
  const rework = useCommand("orders.reportRework");
  const book = async (id: string) => {
    const to = id === HERE ? {} : { toJobOrderId: id };
    const answer = await rework.run({ quantity, reasonCode, ...to });
    if (answer?.ok === true) closeSheet();
  };
  const reason = model.reasons.rework.find((one) => one.reasonCode === reasonCode);
  const words = reason === undefined ? reasonCode : textIn(reason.name, language);
  const tiles: readonly Tile[] = [
    {
      id: HERE,
      word: t("reason.rework-here"),
      note: t("reason.rework-here-note", { operation: model.order?.operation ?? "" }),
    },
    ...(model.order?.reworkTargets ?? []).slice(0, MOST_TARGETS).map(({ jobOrderId, operation }) => {
      return { id: jobOrderId, word: t("reason.rework-back", { operation }) };
    }),
  ];
  return (
    <SheetLayout
      heading={t("reason.rework-where")}
      note={t("reason.rework-where-note", { count: quantity, reason: words })}
    >
      <TileGrid columns={tiles.length > 3 ? 4 : 3} tiles={tiles} onTap={(id) => void book(id)} />
    </SheetLayout>
  );
}
