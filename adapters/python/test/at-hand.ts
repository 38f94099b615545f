// The only place where tests ask for a real Python, and say how to get one where there is none.

import { installed } from '../../../conformance/test/where-found.ts';
import type { Need } from '../../../conformance/test/where-found.ts';
import { discover } from '../discover.ts';

const found = await discover();
const newest = found.at(-1);

/** Path of the newest Python at hand, or null. */
export const python: string | null = newest?.path ?? null;

/** What to say where there is none; null where there is one. */
export const noPython: Need | null = installed(python !== null, 'a CPython', 'apt-get install python3');
