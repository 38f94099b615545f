// The only place that says what a title or a label may be, since both stand in one line of every report.

import type { Mistakes } from './mistake.ts';
import type { Tree } from './yaml-tree.ts';

/** Adds a mistake where a text is not one line without blanks around it. */
export function checkLine(tree: Tree | undefined, what: 'title' | 'label', mistakes: Mistakes): void {
  if (tree?.kind === 'scalar' && /[\n\t]|^\s|\s$/u.test(String(tree.value))) {
    mistakes.add('schema', tree.at, `a ${what} is one line, without blanks around it`, 'Write it on one line, or fold it by `>-`.');
  }
}
