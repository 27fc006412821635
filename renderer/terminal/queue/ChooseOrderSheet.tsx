import { IconFlag, IconLayersLinked, IconPlayerPause, IconTool } from "@tabler/icons-react";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { TileGrid } from "../frame/TileGrid.tsx";
import { type Text, useText } from "../text/use-text.ts";

/**
 * Another order is active: what becomes of it is asked once, and one tap answers. It is not finished from here while
 * pieces are missing: that takes a reason.
 */
export function ChooseOrderSheet({ jobOrderId }: { readonly jobOrderId: string }) {
  const { model, go } = useScreen();
  const t = useText();
  const start = useCommand("orders.start");
  const active = model.order?.jobOrderId ?? "";
  const row = model.queue.find((one) => one.jobOrderId === jobOrderId);
  const item = row?.itemName ?? "";
  const isShort = (model.order?.remaining ?? 0) > 0;
  const choose = async (id: string) => {
    const activeOrder = id === "together" ? "together" : id.startsWith("pause") ? "pause" : "finish";
    const phase = id.endsWith("set-up") ? "set-up" : undefined;
    const answer = await start.run({ jobOrderId, activeOrder, ...(phase && { phase }) });
    if (answer?.ok === true) go("run");
  };
  return (
    <SheetLayout
      heading={t("queue.choose", { active, order: jobOrderId, item })}
      note={t("queue.choose-note")}
    >
      <TileGrid
        columns={2}
        tiles={tilesFor({ active, jobOrderId, isShort, mayRunTogether: row?.mayRunTogether ?? false }, t)}
        onTap={(id) => void choose(id)}
      />
    </SheetLayout>
  );
}

interface Choice {
  readonly active: string;
  readonly jobOrderId: string;
  readonly isShort: boolean;
  readonly mayRunTogether: boolean;
}

function tilesFor({ active, jobOrderId, isShort, mayRunTogether }: Choice, t: Text) {
  const note = t("queue.and-start", { order: jobOrderId });
  const setUpNote = t("queue.for-order", { order: jobOrderId });
  const [pause, flag, tool] = [IconPlayerPause, IconFlag, IconTool].map((Icon) => (
    <Icon key="icon" size={44} aria-hidden="true" />
  ));
  const finishing = [
    { id: "finish", word: t("queue.finish-active", { active }), note, icon: flag },
    {
      id: "finish-set-up",
      word: t("queue.set-up-after-finish", { active }),
      note: setUpNote,
      icon: tool,
    },
  ];
  const together = {
    id: "together",
    word: t("queue.run-together"),
    note: t("queue.with-active", { active }),
    icon: <IconLayersLinked size={44} aria-hidden="true" />,
  };
  return [
    { id: "pause", word: t("queue.pause-active", { active }), note, icon: pause },
    { id: "pause-set-up", word: t("queue.set-up-after-pause", { active }), note: setUpNote, icon: tool },
    ...(isShort ? [] : finishing),
    ...(mayRunTogether ? [together] : []),
  ];
}
