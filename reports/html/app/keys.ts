// The only place that knows where a key leads in the matrix, as the ARIA practices have it for a tree grid.

import type { Row } from './rows.ts';

/** Column 0 is the first one, with the names. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export type Move = { readonly kind: 'to'; readonly to: Spot } | { readonly kind: 'fold'; readonly open: boolean };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Null where the key means nothing here. `page`: rows that are in sight. */
export function moved({ key, ctrlKey }: Key, { row, column }: Spot, rows: readonly Row[], columns: number, page: number): Move | null {
  const to = (nextRow: number, nextColumn: number): Move => ({
    kind: 'to', to: { row: Math.min(Math.max(0, nextRow), rows.length - 1), column: Math.min(Math.max(0, nextColumn), columns) },
  });
  const here = rows[row];
  if (here === undefined) return null;
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    case 'Home':
      return ctrlKey ? to(0, column) : to(row, 0);
    case 'End':
      return ctrlKey ? to(rows.length - 1, column) : to(row, columns);
    case 'ArrowRight':
      return column === 0 && here.kind !== 'scenario' && !here.open ? { kind: 'fold', open: true } : to(row, column + 1);
    case 'ArrowLeft':
      if (column > 0) return to(row, column - 1);
      return here.open ? { kind: 'fold', open: false } : to(parentOf(rows, row), 0);
    default:
      return null;
  }
}

function parentOf(rows: readonly Row[], row: number): number {
  const depth = depthOf(rows[row]);
  for (let above = row - 1; above >= 0; above -= 1) if (depthOf(rows[above]) < depth) return above;
  return row;
}

function depthOf(row: Row | undefined): number {
  return row === undefined ? 0 : levelOf(row);
}

export function levelOf(row: Row): number {
  switch (row.kind) {
    case 'member':
      return 1;
    case 'clause':
      return 2;
    case 'scenario':
      return 3;
  }
}
