import { IconChecks } from "@tabler/icons-react";
import { useIntl } from "react-intl";
import type { OrderBooking } from "../../../../shared/protocol/pages.ts";
import { formatMoment } from "../../format/moment.ts";
import styles from "./BookingList.module.css";
import { bookingWords } from "./booking-words.ts";
import { DetailTable } from "./DetailTable.tsx";
import { receiptWords } from "./order-words.ts";

/** Beside the timeline; a key shows the rest. */
const NEWEST_LINES = 4;

interface BookingListProps {
  readonly bookings: readonly OrderBooking[];
  readonly nowMs: number;
}

/** The ledger of an order, newest first; the MES has already added up neighbouring machine counts. */
export function BookingList({ bookings, nowMs }: BookingListProps) {
  const intl = useIntl();
  return (
    <DetailTable
      title="detail.bookings"
      none="detail.noBookings"
      most={NEWEST_LINES}
      columns={["time", "what", "who", "receipt"]}
      rows={bookings.map((booking) => (
        <tr key={booking.eventId}>
          <td>{formatMoment(intl, booking.atUtc, nowMs)}</td>
          <td>{bookingWords(intl, booking)}</td>
          <td className={styles.who}>{booking.personName ?? booking.stationId}</td>
          <td>
            <Receipt booking={booking} />
          </td>
        </tr>
      ))}
    />
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
