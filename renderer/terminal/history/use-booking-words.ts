import { textIn } from "../../../shared/domain/people/localized-text.ts";
import type { BookingRow } from "../../../shared/screen/screen-model.ts";
import { useScreen } from "../app/screen-context.ts";

import { useNumber } from "../text/use-number.ts";
import { useText } from "../text/use-text.ts";

export interface BookingWords {
  /** "Scrap 6, Burr" */
  what(row: BookingRow): string;
  /** What was taken back of it; empty: nothing. */
  takenBack(row: BookingRow): string;
}

export function useBookingWords(): BookingWords {
  const { language } = useScreen();
  const t = useText();
  const number = useNumber();
  return {
    what({ kind, quantity, about }) {
      const thing = `${t(`outbox.what.${kind}`)} ${number.whole(quantity)}`;
      return about === null ? thing : `${thing}, ${textIn(about, language)}`;
    },
    takenBack({ takenBack, quantity }) {
      if (takenBack === 0) return "";
      if (takenBack === quantity) return t("history.all-taken-back");
      return t("history.taken-back", { count: takenBack, all: quantity });
    },
  };
}
