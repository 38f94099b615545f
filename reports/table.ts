// The only place that sets columns: cells are measured without their colours.

export interface Cell {
  readonly text: string;
  readonly colour?: (text: string) => string;
}

export interface Column {
  readonly align: 'left' | 'right' | 'middle';
}

/** Lines of equal columns, two spaces between them, nothing behind the last. Rows may be shorter than the columns. */
export function table(rows: readonly (readonly Cell[])[], columns: readonly Column[]): readonly string[] {
  const widths = columns.map((_, index) => Math.max(0, ...rows.map((row) => lengthOf(row[index]?.text ?? ''))));
  return rows.map((row) => {
    const cells = columns.map(({ align }, index) => set(row[index] ?? { text: '' }, widths[index] ?? 0, align));
    return cells.join('  ').trimEnd();
  });
}

/** Without it, code units are characters, and the text need not be taken apart. */
const foreign = /[^ -~]/u;

/** Columns that a text takes: characters, not code units. */
export function lengthOf(text: string): number {
  return foreign.test(text) ? [...text].length : text.length;
}

function set({ text, colour = (plain) => plain }: Cell, width: number, align: Column['align']): string {
  const room = Math.max(0, width - lengthOf(text));
  const before = align === 'left' ? 0 : align === 'right' ? room : Math.ceil(room / 2);
  return `${' '.repeat(before)}${colour(text)}${' '.repeat(room - before)}`;
}
