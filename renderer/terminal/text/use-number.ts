import { useMemo } from "react";
import { useIntl } from "react-intl";

export interface NumberWords {
  /** "2,000" */
  whole(value: number): string;
  /** "+10", "−10" */
  signed(value: number): string;
  /** "1.4 %" of 0.014 */
  percent(share: number): string;
  /** A decimal text with the separator of the language: "39,994". */
  decimal(text: string): string;
  /** A measured or computed number with a fixed number of digits. */
  fixed(value: number, digits: number): string;
  readonly separator: string;
}

/** Numbers as the active person's language writes them. */
export function useNumber(): NumberWords {
  const intl = useIntl();
  return useMemo(() => {
    const separator = intl.formatNumberToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
    const percent = (share: number) =>
      intl.formatNumber(share * 100, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return {
      separator,
      whole: (value) => intl.formatNumber(value),
      signed: (value) => `${value < 0 ? "\u2212" : "+"}${intl.formatNumber(Math.abs(value))}`,
      percent: (share) => `${percent(share)} %`,
      decimal: (text) => text.replace(".", separator),
      fixed: (value, digits) =>
        intl.formatNumber(value, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          useGrouping: false,
        }),
    };
  }, [intl]);
}
