export interface ColumnWish {
  /** Where the middle of the card would best lie. */
  readonly wishPx: number;
  readonly heightPx: number;
}

/** Cards that touch and are moved as one. */
interface Block {
  readonly count: number;
  /** Sum of the wishes of its cards, each less what lies above the card in the column. */
  readonly sum: number;
}

/**
 * The middles of cards that lie below one another in the given order, at least `gapPx` apart and as near to their wishes as
 * that allows: least squares by pooling neighbours that want to overlap.
 */
export function settleColumn(cards: readonly ColumnWish[], gapPx: number): readonly number[] {
  const offsets: number[] = [];
  let below = 0;
  for (const { heightPx } of cards) {
    offsets.push(below + heightPx / 2);
    below += heightPx + gapPx;
  }
  const blocks: Block[] = [];
  for (const [index, { wishPx }] of cards.entries()) {
    let block: Block = { count: 1, sum: wishPx - (offsets[index] ?? 0) };
    for (let above = blocks.at(-1); above !== undefined && mean(above) > mean(block); above = blocks.at(-1)) {
      blocks.pop();
      block = { count: above.count + block.count, sum: above.sum + block.sum };
    }
    blocks.push(block);
  }
  const tops = blocks.flatMap((block) => new Array<number>(block.count).fill(mean(block)));
  return tops.map((top, index) => top + (offsets[index] ?? 0));
}

function mean({ sum, count }: Block): number {
  return sum / count;
}
