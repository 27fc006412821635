import { useScreen } from "../app/screen-context.ts";
import { MachineBand } from "../frame/MachineBand.tsx";
import { useText } from "../text/use-text.ts";
import { standWords } from "./stand-words.ts";

/** The machine's state and the order that is worked on it. */
export function StateBand() {
  const { model, language } = useScreen();
  const { order } = model;
  const t = useText();
  if (order === null) return <MachineBand title={t("home.no-order")} />;
  return (
    <MachineBand
      title={`${order.jobOrderId} ${order.itemName}`}
      note={standWords(order, language, t) ?? t("home.operation", { operation: order.operation })}
    />
  );
}
