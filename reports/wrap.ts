// The only place that breaks sentences into lines.

import { lengthOf } from './table.ts';

/** Lines of at most `width` characters; a word that is longer has a line of its own. A no-break space does not break. */
export function wrap(text: string, width: number, between = ' '): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \n\t]+/u).filter((part) => part !== '')) {
    if (line !== '' && lengthOf(line) + between.length + lengthOf(word) > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line}${between}${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
