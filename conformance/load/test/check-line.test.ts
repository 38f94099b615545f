import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { accepted, mainOf, refused } from './bad-file.ts';

const line = suite('check-line');

line('a title or a label that spreads over lines, or has blanks around it, is refused', () => {
  refused(mainOf(`
    - log: §"two\\nlines"
    - log: §' blank before'
    - never: §|
        a block ends with a line break
  `).replace(/title: .*/u, 'title: §"a title, and a tab\\t"'),
  ['schema', 'a title is one line, without blanks around it', 'Write it on one line, or fold it by `>-`.'],
  ['schema', 'a label is one line, without blanks around it', 'Write it on one line, or fold it by `>-`.'],
  ['schema', 'a label is one line, without blanks around it', 'Write it on one line, or fold it by `>-`.'],
  ['schema', 'a label is one line, without blanks around it', 'Write it on one line, or fold it by `>-`.']);
});

line('a long title may be folded', () => {
  const { title } = accepted(mainOf('- log: reached').replace(/title: .*/u, 'title: >-\n  What it is about,\n  and how it ends'));
  assert.is(title, 'What it is about, and how it ends');
});

line.run();
