import {
  IconBox,
  IconClipboardList,
  IconListNumbers,
  IconPlayerPlayFilled,
  IconRulerMeasure,
} from "@tabler/icons-react";
import { unreachable } from "../../../shared/lib/unreachable.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { type Text, useText } from "../text/use-text.ts";
import type { HomePrimary } from "./home-primary.ts";

const icons = {
  start: IconPlayerPlayFilled,
  box: IconBox,
  resume: IconPlayerPlayFilled,
  "resume-all": IconPlayerPlayFilled,
  "begin-run": IconPlayerPlayFilled,
  measure: IconRulerMeasure,
  "open-order": IconClipboardList,
  "all-orders": IconListNumbers,
};

export function HomePrimaryKey({ primary }: { readonly primary: HomePrimary }) {
  const t = useText();
  const act = useHomeAction();
  const Icon = icons[primary.kind];
  return (
    <Key primary icon={<Icon size={36} aria-hidden="true" />} onPress={() => act(primary)}>
      {primaryWord(primary, t)}
    </Key>
  );
}

function useHomeAction(): (primary: HomePrimary) => void {
  const { go } = useScreen();
  const good = useCommand("orders.reportGood");
  const resume = useCommand("orders.resume");
  const beginRun = useCommand("orders.beginRun");
  const start = useCommand("orders.start");
  return (primary) => {
    switch (primary.kind) {
      case "start":
        return void start.run({ jobOrderId: primary.jobOrderId, activeOrder: null });
      case "box":
        return void good.run({ quantity: primary.quantity, source: "box" });
      case "resume":
        return void resume.run({});
      case "resume-all":
        return void resume.run({ all: true });
      case "begin-run":
        return void beginRun.run({});
      case "measure":
        return go("quality");
      case "open-order":
        return go("run");
      case "all-orders":
        return go("orders");
      default:
        return unreachable(primary);
    }
  };
}

function primaryWord(primary: HomePrimary, t: Text): string {
  if (primary.kind === "start")
    return t("key.start-order", { order: primary.jobOrderId, item: primary.itemName });
  if (primary.kind === "box") return t("key.box", { count: primary.quantity });
  if (primary.kind === "resume-all") return t("key.resume-all", { count: primary.orders });
  return t(`key.${primary.kind}`);
}
