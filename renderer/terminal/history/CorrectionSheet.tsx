import { IconArrowBackUp } from "@tabler/icons-react";
import type { BookingRow } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";
import { useCommand } from "../app/use-command.ts";
import { Pad } from "../pad/Pad.tsx";
import { usePadEntry } from "../pad/use-pad-entry.ts";
import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";
import { BookingCard } from "./BookingCard.tsx";
import styles from "./CorrectionSheet.module.css";
import { HistorySheet } from "./HistorySheet.tsx";
import { useBookingWords } from "./use-booking-words.ts";

const LONGEST = 6;

/** Takes back some of a booking by the pad, or all of it with one more tap. Gone from the list, it leads back there. */
export function CorrectionSheet({ eventId }: { readonly eventId: string }) {
  const row = useScreen().model.bookings.find((booking) => booking.eventId === eventId);
  return row === undefined ? <HistorySheet /> : <Correction row={row} />;
}

function Correction({ row }: { readonly row: BookingRow }) {
  const { open } = useScreen();
  const t = useText();
  const number = useNumber();
  const words = useBookingWords();
  const entry = usePadEntry({
    purpose: "correction",
    subject: row.eventId,
    longest: LONGEST,
    decimals: false,
  });
  const correct = useCommand("orders.correct", entry.intentId);
  const left = row.quantity - row.takenBack;
  const quantity = entry.text === "" ? left : Number(entry.text);
  const isTooMuch = quantity > left;
  const close = () => {
    entry.forget();
    open({ kind: "history" });
  };
  const submit = async () => {
    const answer = await correct.run({ eventId: row.eventId, quantity });
    if (answer?.ok === true) close();
  };
  const figures = { what: words.what(row), order: row.jobOrderId, left };
  return (
    <div className={styles.sheet}>
      <Pad
        label={t("correction.pad")}
        hint={t(isTooMuch ? "correction.too-much" : "correction.hint", figures)}
        warning={isTooMuch}
        shown={entry.text}
        separator={null}
        submitIcon={<IconArrowBackUp size={48} aria-hidden="true" />}
        submitWord={t(entry.text === "" && left > 1 ? "correction.all" : "correction.some", {
          count: number.whole(quantity),
        })}
        submitDisabled={quantity < 1 || isTooMuch}
        onPress={entry.press}
        onSubmit={() => void submit()}
        onClose={close}
      />
      <BookingCard row={row} />
    </div>
  );
}
