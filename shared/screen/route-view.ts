export interface ReworkTarget {
  readonly jobOrderId: string;
  /** Number and name, e.g. "10 Turn". */
  readonly operation: string;
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
