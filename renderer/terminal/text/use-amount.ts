import { unitSign } from "../machine/unit-sign.ts";
import { useNumber } from "./use-number.ts";
import { useText } from "./use-text.ts";

/** How much of a material, as the active person's language writes it: "20,5 l", "200 pcs". */
export function useAmount(): (amount: string, unit: string) => string {
  const number = useNumber();
  const t = useText();
  return (amount, unit) => {
    const quantity = amount.includes(".") ? number.decimal(amount) : number.whole(Number(amount));
    const sign = unitSign(unit);
    return sign === "" ? t("material.pieces", { quantity }) : `${quantity} ${sign}`;
  };
}
