/**
 * Where an order stands that is counted by reading a counter at its start and later: the last reading noted. Rows of
 * orders that are counted piece by piece do not exist.
 */
export interface NotedReading {
  readonly jobOrderId: string;
  readonly reading: number;
  /** The booking it led to and the reading before it, to go back to when that is taken back; null: the start. */
  readonly booked: { readonly eventId: string; readonly before: number } | null;
}
