// The names of mutants last while lines move, and keep apart what is not the same.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Change, mutantNames } from '../mutant-names.ts';

const names = suite('mutant names');

const text = `class Task {
  done(): boolean {
    if (this.open) return false;
    return true;
  }
  again(): boolean {
    if (this.open) return false;
    return true;
  }
}`;

const change = (line: number, column: number, endLine: number, endColumn: number, replacement: string, of = text): Change => ({
  file: 'task.ts', mutator: 'BooleanLiteral', text: of,
  range: { start: { line, column }, end: { line: endLine, column: endColumn } }, replacement,
});

names('a name shows the line with the change in it', () => {
  assert.equal(mutantNames([change(3, 27, 3, 32, 'true')]), ['task.ts BooleanLiteral: if (this.open) return «false → true»;']);
});

names('lines above it do not change a name', () => {
  assert.equal(mutantNames([change(4, 27, 4, 32, 'true', `// more\n${text}`)]), mutantNames([change(3, 27, 3, 32, 'true')]));
});

names('the same change at another place is counted', () => {
  assert.equal(mutantNames([change(3, 27, 3, 32, 'true'), change(7, 27, 7, 32, 'true')]), [
    'task.ts BooleanLiteral: if (this.open) return «false → true»;',
    'task.ts BooleanLiteral: if (this.open) return «false → true»; #2',
  ]);
});

names('a long text is cut, and its digest keeps it apart from another with the same beginning', () => {
  const other = text.replace('return true;', 'return this;');
  const [one = ''] = mutantNames([change(2, 19, 5, 4, '{}')]);
  const [another = ''] = mutantNames([change(2, 19, 5, 4, '{}', other)]);
  assert.match(one, /^task\.ts BooleanLiteral: done\(\): boolean «\{ if \(this\.open\) return false; return true; \} → \{\}»$/u);
  const long = text.replace('return true;', `return ${'x'.repeat(80)};`);
  const longer = text.replace('return true;', `return ${'x'.repeat(81)};`);
  assert.match(mutantNames([change(2, 19, 5, 4, '{}', long)])[0] ?? '', /… [0-9a-f]{4} → \{\}»$/u);
  assert.is.not(mutantNames([change(2, 19, 5, 4, '{}', long)])[0], mutantNames([change(2, 19, 5, 4, '{}', longer)])[0]);
  assert.is.not(one, another);
});

names('what is taken away without a replacement is said', () => {
  assert.equal(mutantNames([change(3, 27, 3, 32, '')]), ['task.ts BooleanLiteral: if (this.open) return «false → nothing»;']);
});

names('a place that is not in the text is a bug', () => {
  assert.throws(() => mutantNames([change(30, 1, 31, 1, '')]), /there is no line 31/u);
});

names.run();
