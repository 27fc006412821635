import { IconCheck, IconX } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import { StateShape } from "../../../ui/StateShape.tsx";
import styles from "./OrderState.module.css";
import { orderLook, orderShape } from "./order-words.ts";

/** Shape and word of an order's state. What holds an order up stands out as a chip. */
export function OrderState({ order }: { readonly order: OrderRow }) {
  const look = orderLook(order);
  const shape = orderShape(look);
  const PlainIcon = look === "cancelled" || look === "aborted" ? IconX : IconCheck;
  return (
    <span className={styles.state} data-state={shape ?? "planned"} data-look={look}>
      {shape === null ? <PlainIcon size={20} aria-hidden="true" /> : <StateShape state={shape} size={18} />}
      <FormattedMessage id={`orders.state.${look}`} />
    </span>
  );
}
