// The only place that calls the command within a test's own process; paths in its words are best absolute.

import { main } from '../dispatch.ts';
import type { Terminal } from '../terminal.ts';
import type { Ended } from './taskspec.ts';

/** What `taskspec <words…>` prints and gives; `about` is what is particular to its terminal. */
export async function call(words: readonly string[], about: Partial<Terminal> = {}): Promise<Ended> {
  let out = '';
  let err = '';
  const code = await main(words, {
    colours: false, width: 100, progress: () => undefined, signal: new AbortController().signal,
    print: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    ...about,
  });
  return { code, out, err };
}
