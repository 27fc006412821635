import type { ActiveOrderView } from "../../../shared/screen/screen-model.ts";
import { Key } from "../../ui/Key.tsx";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { Pad } from "./Pad.tsx";
import { readQuantity } from "./quantity-guard.ts";
import { useDoubt } from "./use-doubt.ts";
import { usePadEntry } from "./use-pad-entry.ts";

/** One digit more than a quantity may have, so that a code is seen to be one. */
const LONGEST = 7;

/** Books good pieces by number. */
export function GoodPad({ order }: { readonly order: ActiveOrderView }) {
  const { closeSheet, open } = useScreen();
  const t = useText();
  const number = useNumber();
  const entry = usePadEntry({
    purpose: "good",
    subject: order.jobOrderId,
    longest: LONGEST,
    decimals: false,
  });
  const book = useCommand("orders.reportGood", entry.intentId);
  const left = order.toBook;
  const read = readQuantity(entry.text, left);
  const doubt = useDoubt(entry.text);
  const close = () => {
    entry.forget();
    closeSheet();
  };
  const submit = async () => {
    if (read.kind !== "quantity" && read.kind !== "doubtful") return;
    if (read.kind === "doubtful" && !doubt.isAsked) return doubt.ask();
    const { quantity } = read;
    const answer = await book.run({ quantity, source: "pad", confirmed: doubt.isAsked });
    if (doubt.settled(answer)) close();
  };
  const looksLikeCode = read.kind === "looks-like-code";
  return (
    <Pad
      label={t("pad.good")}
      hint={hint()}
      aside={
        entry.text === "" && <Key onPress={() => open({ kind: "reading" })}>{t("reading.by-counter")}</Key>
      }
      warning={looksLikeCode || doubt.isAsked || entry.restored}
      shown={entry.text}
      separator={null}
      submitWord={submitWord()}
      submitDisabled={read.kind === "empty" || looksLikeCode}
      onPress={entry.press}
      onSubmit={() => void submit()}
      onClose={close}
    />
  );

  function hint(): string {
    if (looksLikeCode) return t("pad.looks-like-code");
    if (doubt.isAsked) return t("pad.so-many", { left: Math.max(0, left) });
    if (entry.restored) return t("pad.restored");
    return t("pad.left", { left: Math.max(0, left), order: order.jobOrderId });
  }

  function submitWord(): string {
    if (read.kind !== "quantity" && read.kind !== "doubtful") return t("pad.book-empty");
    return t(doubt.isAsked ? "pad.yes" : "pad.book", { value: number.whole(read.quantity) });
  }
}
