export interface HallGrid {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Columns and rows that hold `tileCount` places. Depends on the count alone, never on states: a machine keeps its
 * place until the plant itself changes.
 */
export function hallGrid(tileCount: number): HallGrid {
  if (tileCount <= 1) return { columns: 1, rows: 1 };
  if (tileCount <= 2) return { columns: 2, rows: 1 };
  if (tileCount <= 4) return { columns: 2, rows: 2 };
  if (tileCount <= 6) return { columns: 3, rows: 2 };
  if (tileCount <= 9) return { columns: 3, rows: 3 };
  if (tileCount <= 12) return { columns: 4, rows: 3 };
  if (tileCount <= 16) return { columns: 4, rows: 4 };
  const columns = tileCount <= 20 ? 5 : 6;
  return { columns, rows: Math.ceil(tileCount / columns) };
}
