// The only place for the shape of a page of Python's documentation, however it came: definitions, and what is said of each.

/** What a piece of a page is. `output` is what an example prints, where the page says so. */
export const pieceKinds = ['signature', 'sentence', 'note', 'example', 'output'] as const;
export type PieceKind = (typeof pieceKinds)[number];

/** The smallest thing that is compared: one statement, one signature, one note on versions, one block of code. */
export interface Piece {
  readonly kind: PieceKind;
  /** As it reads on the page, without markup. */
  readonly text: string;
}

/** A class, method or function with its own text; members nested in it are parts of their own. */
export interface Part {
  /** Its name as links use it, `asyncio.Task.cancel`; `#` and the section for text that belongs to no definition. */
  readonly anchor: string;
  /** The section that it stands in, `task-object`, or null where the page shows none. */
  readonly section: string | null;
  readonly pieces: readonly Piece[];
  /** Something stood here that the page only tells of, in braces. */
  readonly leavesOut: boolean;
}

export interface Page {
  /** `asyncio-task`, or null where the file's name does not tell. */
  readonly name: string | null;
  readonly file: string;
  /** In the order of the page. */
  readonly parts: readonly Part[];
}

const task = 'asyncio.Task';

/** Whether a part is about the class Task: itself, or a member. */
export const isOfTask = (anchor: string): boolean => anchor === task || anchor.startsWith(`${task}.`);

/** Whether it holds more than the class Task, so that what it lacks is really gone. */
export const isWhole = (page: Page): boolean => page.parts.some(({ anchor }) => !anchor.startsWith('#') && !isOfTask(anchor));
