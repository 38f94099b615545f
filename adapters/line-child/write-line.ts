// The only place where a child of ours writes a reply, in JavaScript.

import { writeSync } from 'node:fs';

/** Written at once, so that what was seen is out before anything hangs; the descriptor may be one that does not wait. */
export function writeLine(line: string): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}
