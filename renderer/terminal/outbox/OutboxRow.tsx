import { unreachable } from "../../../shared/lib/unreachable.ts";
import type { RefusedDirectiveRow } from "../../../shared/screen/outbox-view.ts";
import type { SyncView } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { RowWords } from "../frame/RowWords.tsx";
import { troubleInFull } from "../frame/trouble-sentence.ts";
import { useText } from "../text/use-text.ts";
import styles from "./OutboxRow.module.css";
import type { OutboxItem } from "./outbox-items.ts";
import { RefusalRow } from "./RefusalRow.tsx";

export function OutboxRow({ item }: { readonly item: OutboxItem }) {
  switch (item.kind) {
    case "trouble":
      return <TroubleRow trouble={item.trouble} />;
    case "refusal":
      return <RefusalRow row={item.row} />;
    case "directive":
      return <DirectiveRow row={item.row} />;
    default:
      return unreachable(item);
  }
}

function TroubleRow({ trouble }: { readonly trouble: NonNullable<SyncView["trouble"]> }) {
  const t = useText();
  const { sync } = useScreen().model;
  return (
    <li className={styles.row} data-state="waiting">
      <span className={styles.wide}>{troubleInFull(trouble, sync, t)}</span>
    </li>
  );
}

/** What the MES sent and this station could not use: nothing was changed by it, and it is the planner's to put right. */
function DirectiveRow({ row }: { readonly row: RefusedDirectiveRow }) {
  const t = useText();
  return (
    <li className={styles.row}>
      <RowWords
        title={t("outbox.directive", { kind: t(`outbox.kind.${row.kind}`), id: row.id })}
        second={t("outbox.directive-kept")}
      />
      <span className={styles.reason}>{t(`outbox.fault.${row.fault}`)}</span>
    </li>
  );
}
