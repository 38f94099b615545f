// The only place where tests ask for a real Python, and say how to get one where there is none.

import { discover } from '../discover.ts';

const found = await discover();
const newest = found.at(-1);

/** Path of the newest Python at hand, or null. */
export const python: string | null = newest?.path ?? null;

/** A title that tells why its test is skipped, if it is. */
export const titled = (title: string): string =>
  python === null ? `${title} (skipped: no Python is here; \`apt-get install python3\` installs one)` : title;
