export interface ReworkTarget {
  readonly jobOrderId: string;
  /** Number and name, e.g. "10 Turn". */
  readonly operation: string;
}

/** What other stations have booked on the order. */
export interface ElsewhereView {
  readonly good: number;
  readonly stations: number;
  /** When the MES last said so, or confirmed that nothing is newer. */
  readonly asOfUtc: string;
}

export interface UpstreamView {
  /** Number of the operation before, as people call it. */
  readonly operation: string;
  readonly handedOn: number;
  /** Pieces planned there. */
  readonly of: number;
  /** Pieces that came back from rework. */
  readonly returned: number;
}
