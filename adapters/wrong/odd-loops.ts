// The only place for loops that the document allows and CPython does not have: each cycle runs what is ready in another order.

import type { Changed } from './wrong-typescript.ts';

const takesTheBatch = 'const batch = this.#ready;';

/** A cycle still runs what was ready when it began, all of it and nothing else. */
export const oddLoops: readonly Changed[] = [
  { name: 'last-in-first-out', edits: [{ file: 'loop.ts', replace: takesTheBatch, by: 'const batch = this.#ready.reverse();' }] },
  { name: 'last-one-first', edits: [{ file: 'loop.ts', replace: takesTheBatch, by: 'const batch = [...this.#ready.slice(-1), ...this.#ready.slice(0, -1)];' }] },
  {
    name: 'every-other-one',
    edits: [{ file: 'loop.ts', replace: takesTheBatch, by: 'const batch = [1, 0].flatMap((odd) => this.#ready.filter((_, index) => index % 2 === odd));' }],
  },
];
