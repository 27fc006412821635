import { IconCheck, IconX } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import { StateShape } from "../../../ui/StateShape.tsx";
import styles from "./OrderState.module.css";
import { orderLook, orderShape } from "./order-words.ts";

interface OrderStateProps {
  readonly order: OrderRow;
  /** Then the next operation is said in full. */
  readonly isOpen: boolean;
}

/** The operation with the shape and the word of its state, and what follows it. One that runs needs no word: its shape says so. */
export function OrderState({ order, isOpen }: OrderStateProps) {
  const look = orderLook(order);
  const shape = orderShape(look);
  const PlainIcon = look === "cancelled" || look === "aborted" ? IconX : IconCheck;
  return (
    <span className={styles.state} data-state={shape ?? "planned"} data-look={look}>
      {shape === null ? <PlainIcon size={18} aria-hidden="true" /> : <StateShape state={shape} size={16} />}
      <span>
        <FormattedMessage id={`orders.at.${look}`} values={{ operation: order.operation }} />
        <Next operation={order.nextOperation} isOpen={isOpen} />
      </span>
    </span>
  );
}

function Next({ operation, isOpen }: { readonly operation: string | null; readonly isOpen: boolean }) {
  if (operation === null) return null;
  const [number = operation] = operation.split(" ");
  return (
    <span className={styles.next} {...(isOpen ? {} : { "data-short": "" })}>
      <FormattedMessage
        id={isOpen ? "orders.next" : "orders.nextShort"}
        values={{ operation: isOpen ? operation : number }}
      />
    </span>
  );
}
