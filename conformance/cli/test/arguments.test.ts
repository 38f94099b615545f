import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments } from '../arguments.ts';
import type { Arguments } from '../arguments.ts';
import { UserError } from '../user-error.ts';

const reading = suite('arguments');
const options = [
  { name: 'filter', value: '<pattern>', help: '' }, { name: 'json', value: null, help: '' }, { name: 'bail', value: null, help: '' },
] as const;
const read = (...words: readonly string[]): Arguments => readArguments('run', words, options);
const refused = (...words: readonly string[]): string => {
  try {
    read(...words);
    return 'accepted';
  } catch (error) {
    return error instanceof UserError ? `${error.message} | ${error.hint}` : String(error);
  }
};

reading('operands, flags and values are told apart, in any order', () => {
  const call = read('reference', '--json', '--filter', 'cancel/*', 'pyodide');
  assert.equal(call.positionals, ['reference', 'pyodide']);
  assert.equal([call.flag('json'), call.flag('bail'), call.value('filter')], [true, false, 'cancel/*']);
});

reading('a value may stand behind an equals sign, and may be given several times', () => {
  const call = read('--filter=a', '--filter', 'b');
  assert.equal([call.list('filter'), call.value('filter')], [['a', 'b'], 'b']);
  assert.equal([read().list('filter'), read().value('filter')], [[], undefined]);
});

reading('behind two hyphens all are operands, and a single hyphen is one', () => {
  assert.equal(read('-', '--', '--json').positionals, ['-', '--json']);
  assert.not(read('--', '--json').flag('json'));
});

reading('help is always known, long and short', () => assert.ok(read('--help').flag('help') && read('-h').flag('help')));

reading('an option that does not exist is refused with the nearest that does', () => {
  assert.is(refused('--filtr', 'x'), 'taskspec run has no option --filtr | Did you mean --filter?');
  assert.is(refused('-x'), 'taskspec run has no option -x | There are: --filter, --json, --bail, --help.');
});

reading('a value that is missing, empty, or looks like the next option is asked for', () => {
  for (const words of [['--filter'], ['--filter='], ['--filter', '--json']]) {
    assert.is(refused(...words), '--filter needs a value | Write --filter <pattern>.');
  }
  assert.is(read('--filter=--json').value('filter'), '--json');
});

reading('a flag takes no value', () => assert.is(refused('--json=yes'), '--json takes no value | Write --json alone.'));

reading('what every object has is no option', () => {
  assert.match(refused('--constructor'), /no option --constructor/u);
  assert.match(refused('--__proto__=1'), /no option --__proto__/u);
});

reading.run();
