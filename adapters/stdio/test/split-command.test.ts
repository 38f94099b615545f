import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { splitCommand } from '../split-command.ts';

const splitting = suite('a command line');

splitting('is split at spaces, quotes taken away, and nothing expanded', () => {
  const cases: readonly (readonly [string, readonly string[] | null])[] = [
    ['python3 adapter.py', ['python3', 'adapter.py']],
    ['  a\t b \n', ['a', 'b']],
    [`'C:/my tools/a+b' --x="y z" '' ""`, ['C:/my tools/a+b', '--x=y z', '', '']],
    [`a\\ b "c \\" \\\\ \\d" 'e\\f'`, ['a b', 'c " \\ \\d', 'e\\f']],
    ['$HOME *.py `id` ; rm', ['$HOME', '*.py', '`id`', ';', 'rm']],
    ['a:b+c', ['a:b+c']],
    ['', []],
    [`it's`, null],
    ['say "hello', null],
    ['ends in \\', null],
  ];
  assert.equal(cases.map(([line]) => splitCommand(line)), cases.map(([, words]) => words));
});

splitting.run();
