// A wrong Task in TypeScript is the reference with its edits, and an edit that does not fit is refused.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Edit, wrongTypeScriptAdapter, wrongTypeScripts } from '../wrong-typescript.ts';

const wrong = suite('wrong Tasks in TypeScript');

/** The message with which it is refused, or ''. */
async function refusal(edits: readonly Edit[]): Promise<string> {
  try {
    await wrongTypeScriptAdapter({ name: 'made-up', edits });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

wrong('a text that does not stand in the reference is refused', async () => {
  assert.match(await refusal([{ file: 'task.ts', replace: 'no such text', by: '' }]), 'made-up: its text stands in task.ts 0 times, not once');
});

wrong('a text that stands there more than once is refused', async () => {
  assert.match(await refusal([{ file: 'task.ts', replace: 'readonly', by: '' }]), /stands in task\.ts \d+ times, not once/u);
});

wrong('edits of one file follow one upon the other', async () => {
  const edits = [
    { file: 'task.ts', replace: 'if (this.done()) return false;', by: '/* first */' },
    { file: 'task.ts', replace: '/* first */', by: 'if (this.done()) return true;' },
  ];
  assert.is(await refusal(edits), '');
});

wrong('a change that is no TypeScript is refused', async () => {
  assert.match(await refusal([{ file: 'task.ts', replace: 'if (this.done()) return false;', by: ')' }]), 'Unexpected');
});

wrong('names are those of the files, each with a text to replace', () => {
  const all = wrongTypeScripts();
  assert.ok(all.length > 0);
  assert.equal(all.filter(({ edits }) => edits.length === 0 || edits.some(({ replace, by }) => replace === '' || replace === by)), []);
});

wrong.run();
