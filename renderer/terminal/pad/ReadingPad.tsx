import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { Pad } from "./Pad.tsx";
import { useDoubt } from "./use-doubt.ts";
import { usePadEntry } from "./use-pad-entry.ts";

/** As long as the counter of a machine is wide. */
const LONGEST = 9;
const MOST = 999_999;

/** Counts by reading a counter: its start notes where the order begins, each later reading books what lies between. */
export function ReadingPad({ order }: { readonly order: ActiveOrderView }) {
  const { closeSheet, open } = useScreen();
  const t = useText();
  const number = useNumber();
  const subject = order.jobOrderId;
  const entry = usePadEntry({ purpose: "reading", subject, longest: LONGEST, decimals: false });
  const note = useCommand("orders.noteReading", entry.intentId);
  const doubt = useDoubt(entry.text);
  const last = order.reading;
  const reading = entry.text === "" ? null : Number(entry.text);
  const isBelow = last !== null && reading !== null && reading < last;
  const pieces = last === null || reading === null || isBelow ? null : reading - last;
  const close = () => {
    entry.forget();
    closeSheet();
  };
  const submit = async (isStart: boolean) => {
    if (reading === null) return;
    const answer = await note.run({ reading, isStart, confirmed: doubt.isAsked });
    if (doubt.settled(answer)) close();
  };
  return (
    <Pad
      label={t(last === null ? "reading.start" : "reading.now")}
      hint={hint()}
      warning={isBelow || doubt.isAsked || entry.restored}
      aside={
        last === null &&
        entry.text === "" && <Key onPress={() => open({ kind: "pad" })}>{t("reading.by-pieces")}</Key>
      }
      shown={entry.text}
      separator={null}
      submitWord={submitWord()}
      submitDisabled={reading === null || pieces === 0}
      onPress={entry.press}
      onSubmit={() => void submit(last === null || isBelow)}
      onClose={close}
    />
  );

  function hint(): string {
    const left = order.remaining;
    if (doubt.isAsked) return t("pad.so-many", { left });
    if (entry.restored) return t("pad.restored");
    return last === null ? t("reading.start-hint") : t("reading.now-hint", { last });
  }

  /** Below the last reading only a counter that was set back makes sense: it begins anew and books nothing. */
  function submitWord(): string {
    if (isBelow) return t("reading.set-back");
    if (pieces === null) return t("reading.note");
    // More is no quantity: the station refuses it, and its figure would not fit the key.
    if (pieces > MOST) return t("pad.book-empty");
    return t(doubt.isAsked ? "pad.yes" : "pad.book", { value: number.whole(pieces) });
  }
}
