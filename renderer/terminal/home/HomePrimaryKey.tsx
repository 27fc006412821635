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
import { useText } from "../text/use-text.ts";
import type { HomePrimary } from "./home-primary.ts";

const ICON_PX = 36;

export function HomePrimaryKey({ primary }: { readonly primary: HomePrimary }) {
  const { go } = useScreen();
  const t = useText();
  const good = useCommand("orders.reportGood");
  const resume = useCommand("orders.resume");
  const start = useCommand("orders.start");
  switch (primary.kind) {
    case "start":
      return (
        <Key
          primary
          icon={<IconPlayerPlayFilled size={ICON_PX} aria-hidden="true" />}
          onPress={() => void start.run({ jobOrderId: primary.jobOrderId, activeOrder: null })}
        >
          {t("key.start-order", { order: primary.jobOrderId, item: primary.itemName })}
        </Key>
      );
    case "box":
      return (
        <Key
          primary
          icon={<IconBox size={ICON_PX} aria-hidden="true" />}
          onPress={() => void good.run({ quantity: primary.quantity, source: "box" })}
        >
          {t("key.box", { count: primary.quantity })}
        </Key>
      );
    case "resume":
      return (
        <Key
          primary
          icon={<IconPlayerPlayFilled size={ICON_PX} aria-hidden="true" />}
          onPress={() => void resume.run({})}
        >
          {t("key.resume")}
        </Key>
      );
    case "measure":
      return (
        <Key
          primary
          icon={<IconRulerMeasure size={ICON_PX} aria-hidden="true" />}
          onPress={() => go("quality")}
        >
          {t("key.measure")}
        </Key>
      );
    case "open-order":
      return (
        <Key primary icon={<IconClipboardList size={ICON_PX} aria-hidden="true" />} onPress={() => go("run")}>
          {t("key.open-order")}
        </Key>
      );
    case "all-orders":
      return (
        <Key
          primary
          icon={<IconListNumbers size={ICON_PX} aria-hidden="true" />}
          onPress={() => go("orders")}
        >
          {t("key.all-orders")}
        </Key>
      );
    default:
      return unreachable(primary);
  }
}
