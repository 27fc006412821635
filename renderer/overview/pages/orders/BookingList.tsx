import { IconChecks } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import type { OrderBooking } from "../../../../shared/protocol/pages.ts";
import { formatClock, formatMoment } from "../../format/moment.ts";
import styles from "./BookingList.module.css";
import { type BookingGroup, groupBookings } from "./booking-groups.ts";
import { DetailTable } from "./DetailTable.tsx";
import { quantityWords, receiptWords, wordFor } from "./order-words.ts";

interface BookingListProps {
  readonly bookings: readonly OrderBooking[];
  readonly nowMs: number;
}

export function BookingList({ bookings, nowMs }: BookingListProps) {
  const groups = groupBookings(bookings);
  return (
    <DetailTable
      title="detail.bookings"
      none="detail.noBookings"
      columns={["time", "what", "who", "receipt"]}
      rows={groups.map((group) => <BookingLine key={group.booking.eventId} group={group} nowMs={nowMs} />)}
    />
  );
}

function BookingLine({ group, nowMs }: { readonly group: BookingGroup; readonly nowMs: number }) {
  const intl = useIntl();
  const { booking } = group;
  const newest = formatMoment(intl, booking.atUtc, nowMs);
  const oldest = formatMoment(intl, group.firstUtc, nowMs);
  const quantities = quantityWords(intl, { ...booking, good: group.good });
  return (
    <tr>
      <td>
        {group.count > 1 && oldest !== newest ? `${oldest} – ${formatClock(intl, booking.atUtc)}` : newest}
      </td>
      <td>
        <span className={styles.what}>{wordFor(intl, "booking", booking.type)}</span>
        {quantities.length > 0 && <strong className={styles.quantity}>{quantities.join(", ")}</strong>}
        {booking.detail !== "" && group.count === 1 && <span>{booking.detail}</span>}
      </td>
      <td className={styles.who}>{booking.personName ?? intl.formatMessage({ id: "detail.machine" })}</td>
      <td>
        <Receipt booking={booking} />
      </td>
    </tr>
  );
}

/** Two checks: the MES has it. Anything else is said in words. */
function Receipt({ booking }: { readonly booking: OrderBooking }) {
  const intl = useIntl();
  const words = receiptWords(intl, booking);
  if (booking.verdict === "applied") {
    return (
      <span className={styles.received}>
        <IconChecks size={20} aria-hidden="true" />
        <span className="visually-hidden">{words}</span>
      </span>
    );
  }
  return (
    <span className={styles.refused} data-state="waiting">
      {words}
    </span>
  );
}
