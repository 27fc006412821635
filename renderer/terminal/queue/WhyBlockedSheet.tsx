import { IconUrgent } from "@tabler/icons-react";
import { Key } from "../../ui/Key.tsx";
import { StateShape } from "../../ui/StateShape.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { SheetLayout } from "../frame/SheetLayout.tsx";
import { useText } from "../text/use-text.ts";
import { BlockedFacts } from "./BlockedFacts.tsx";
import { ReadinessList } from "./ReadinessList.tsx";
import { readinessWords, rowBlocker } from "./row-blocker.ts";
import styles from "./WhyBlockedSheet.module.css";

/** Why an order may not start, in the planner's words or from all it needs, and whom to call about it. */
export function WhyBlockedSheet({ jobOrderId }: { readonly jobOrderId: string }) {
  const { model, closeSheet, notice } = useScreen();
  const t = useText();
  const call = useCommand("help.request");
  const row = model.queue.find((candidate) => candidate.jobOrderId === jobOrderId);
  const blocker = row === undefined ? undefined : rowBlocker(row);
  const isRelease = blocker === undefined || blocker.resource === "release";
  const callLead = async () => {
    const answer = await call.run({ category: "lead" });
    if (answer?.ok !== true) return;
    closeSheet();
    notice({ kind: "help-called", category: "lead" });
  };
  return (
    <SheetLayout
      heading={t("queue.why-title", { order: jobOrderId, item: row?.itemName ?? "" })}
      foot={
        <Key
          primary
          className={styles.call}
          icon={<IconUrgent size={36} aria-hidden="true" />}
          onPress={() => void callLead()}
        >
          {t("verdict.call-lead")}
        </Key>
      }
    >
      <div className={styles.reason} data-state="stopped">
        <StateShape state="stopped" size={60} />
        <div>
          <p className={styles.words}>{blocker === undefined ? "" : readinessWords(blocker, t)}</p>
          <p className={styles.note}>{t(isRelease ? "queue.why-note" : "queue.why-note-station")}</p>
        </div>
      </div>
      {row !== undefined && isRelease && <BlockedFacts row={row} />}
      {row !== undefined && !isRelease && <ReadinessList readiness={row.readiness} />}
    </SheetLayout>
  );
}
