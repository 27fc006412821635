import { IconArrowBackUp, IconCheck } from "@tabler/icons-react";
import type { UndoView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useNowMs } from "../app/clock-context.ts";
import { useCommand } from "../app/use-command.ts";
import { type Text, useText } from "../text/use-text.ts";
import { BarShell } from "./BarShell.tsx";
import { CountdownRing } from "./CountdownRing.tsx";
import styles from "./NoticeBar.module.css";

const WHOLE_S = 10;

function noteOf({ kind, received }: UndoView) {
  if (kind === "pause") return "undo.note-pause";
  return received ? "undo.note-received" : "undo.note-here";
}

function titleOf({ kind, quantity, serial }: UndoView, t: Text): string {
  if (serial !== null) return t("undo.taken-out-piece", { serial });
  return t(`undo.${kind}`, { count: quantity });
}

/** What was just booked, and ten seconds to take it back. */
export function UndoBar({ undo }: { readonly undo: UndoView }) {
  const t = useText();
  const nowMs = useNowMs();
  const takeBack = useCommand("orders.undo");
  const seconds = Math.min(WHOLE_S, Math.ceil((Date.parse(undo.untilUtc) - nowMs) / 1000));
  if (seconds <= 0) return null;
  const words = { order: undo.jobOrderId, person: undo.personName };
  return (
    <BarShell
      icon={<IconCheck size={56} aria-hidden="true" />}
      title={titleOf(undo, t)}
      note={t(noteOf(undo), words)}
      testId="undo-bar"
    >
      <Key
        className={styles.undo}
        icon={<IconArrowBackUp size={32} aria-hidden="true" />}
        onPress={() => void takeBack.run({ eventId: undo.eventId })}
      >
        <span className={styles.undoWords}>
          {t("undo.key")}
          <CountdownRing seconds={seconds} whole={WHOLE_S} label={t("undo.seconds", { seconds })} />
        </span>
      </Key>
    </BarShell>
  );
}
