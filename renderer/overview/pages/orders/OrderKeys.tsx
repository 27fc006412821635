import { IconBinaryTree, IconChevronDown, IconChevronUp, IconLockOpen } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import type { OrderRow } from "../../../../shared/protocol/pages.ts";
import { orderActPath } from "../../data/mes-api.ts";
import { type Act, ActKeys } from "../../planner/ActKeys.tsx";
import { PageLink } from "../../shell/PageLink.tsx";
import { traceOf } from "../../shell/route.ts";
import type { Navigate } from "../../shell/use-route.ts";
import styles from "./OrderKeys.module.css";

interface OrderKeysProps {
  readonly order: OrderRow;
  readonly navigate: Navigate;
}

/** What the planner may still do to an order, and the way to its genealogy; one that ended takes no plan (OR-2). */
export function OrderKeys({ order, navigate }: OrderKeysProps) {
  const { jobOrderId } = order;
  const place = order.outlook?.queuePlace ?? null;
  const hasEnded = order.outlook === null;
  return (
    <div className={styles.keys}>
      {place !== null && (
        <p className={styles.place}>
          <FormattedMessage id="orders.queuePlace" values={{ ...place, workUnit: order.workUnit }} />
        </p>
      )}
      <ActKeys acts={hasEnded ? [] : [...moves(order), hold(order)]}>
        <PageLink
          to={traceOf({ kind: "order", id: jobOrderId })}
          navigate={navigate}
          current={false}
          className={styles.tree}
        >
          <IconBinaryTree size={20} aria-hidden="true" />
          <FormattedMessage id="orders.tree" />
        </PageLink>
      </ActKeys>
      {!hasEnded && <ActKeys acts={changes(order)} />}
    </div>
  );
}

const ICON = { size: 20, "aria-hidden": true } as const;

/** Only what nobody has begun is moved (OR-12). */
function moves({ jobOrderId, outlook }: OrderRow): readonly Act[] {
  if (outlook === null || outlook.queuePlace === null) return [];
  const path = (act: "up" | "down"): string => orderActPath(jobOrderId, act);
  return [
    { act: "up", asks: null, path: path("up"), isSmall: true, icon: <IconChevronUp {...ICON} /> },
    { act: "down", asks: null, path: path("down"), isSmall: true, icon: <IconChevronDown {...ICON} /> },
  ];
}

function hold({ jobOrderId, plannerReason }: OrderRow): Act {
  const path = (act: Act["act"]): string => orderActPath(jobOrderId, act);
  return plannerReason === null
    ? { act: "hold", asks: "reason", path: path("hold") }
    : { act: "release", asks: null, path: path("release"), icon: <IconLockOpen {...ICON} /> };
}

function changes({ jobOrderId }: OrderRow): readonly Act[] {
  const path = (act: Act["act"]): string => orderActPath(jobOrderId, act);
  return [
    { act: "cut", asks: "plannedQuantity", path: path("cut") },
    { act: "cancel", asks: "reason", path: path("cancel") },
  ];
}
