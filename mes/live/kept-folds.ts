/** What was folded from the journals of orders, kept until something is told of the order again. */
export interface KeptFolds<Value> {
  get(jobOrderId: string): Value | undefined;
  /**
   * Keeps what `read` comes to, by order; not of an order of which something was told meanwhile, since nobody knows whether it
   * was read before that or after.
   */
  keep(read: () => Promise<ReadonlyMap<string, Value>>): Promise<ReadonlyMap<string, Value>>;
  /** After something that stations told of these orders was committed, or may have been. */
  toldOf(jobOrderIds: readonly string[]): void;
  /** The same where nobody knows of which orders. */
  toldOfAny(): void;
}

interface Reading {
  readonly toldOf: Set<string>;
  isAllOld: boolean;
}

/** @param most so many orders are kept; with one more it begins anew */
export function createKeptFolds<Value>(most: number): KeptFolds<Value> {
  const kept = new Map<string, Value>();
  const underWay = new Set<Reading>();

  function keepNew(values: ReadonlyMap<string, Value>, { toldOf, isAllOld }: Reading): void {
    if (isAllOld) return;
    for (const [jobOrderId, value] of values) {
      if (kept.size >= most) kept.clear();
      if (!toldOf.has(jobOrderId)) kept.set(jobOrderId, value);
    }
  }

  return {
    get: (jobOrderId) => kept.get(jobOrderId),
    async keep(read) {
      const reading: Reading = { toldOf: new Set(), isAllOld: false };
      underWay.add(reading);
      try {
        const values = await read();
        keepNew(values, reading);
        return values;
      } finally {
        underWay.delete(reading);
      }
    },
    toldOf(jobOrderIds) {
      for (const jobOrderId of jobOrderIds) {
        kept.delete(jobOrderId);
        for (const { toldOf } of underWay) toldOf.add(jobOrderId);
      }
    },
    toldOfAny() {
      kept.clear();
      for (const reading of underWay) reading.isAllOld = true;
    },
  };
}
