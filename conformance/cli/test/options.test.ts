import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defaultBudget } from '../../run.ts';
import { everything } from '../../select.ts';
import { aClause, aScenario, aSpec } from '../../test/made-up.ts';
import { readArguments } from '../arguments.ts';
import type { Arguments } from '../arguments.ts';
import { helpOf } from '../command.ts';
import { scenarioOperand } from '../scenario-operand.ts';
import { scenariosOf, selectionOf, selectionOptions } from '../selection-options.ts';
import { budgetOption, timeoutOption } from '../timeout-option.ts';
import { UserError } from '../user-error.ts';

const options = suite('options that commands share');
const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'done/one' })]);
const read = (...words: readonly string[]): Arguments => readArguments('run', words, [...selectionOptions, timeoutOption]);
const refused = (act: () => unknown): string => {
  try {
    act();
    return 'accepted';
  } catch (error) {
    return error instanceof UserError ? `${error.message} | ${error.hint}` : String(error);
  }
};

options('those that choose scenarios become a selection', () => {
  assert.equal(selectionOf(read('--filter', 'a', '--filter', 'b', '--clause', 'c', '--member', 'done', '--class', 'core')), {
    patterns: ['a', 'b'], clauses: ['c'], members: ['done'], classes: ['core'], only: null, shard: null,
  });
  assert.equal(scenariosOf(spec, everything).map(({ id }) => id), ['done/one']);
});

options('nothing selected is an error, and so is a name that does not exist', () => {
  assert.match(refused(() => scenariosOf(spec, { ...everything, patterns: ['zzz'] })), /^no scenario is selected/u);
  assert.is(refused(() => scenariosOf(spec, { ...everything, members: ['dne'] })), 'there is no member dne | Did you mean done?');
  assert.match(refused(() => scenariosOf(spec, { ...everything, clauses: ['zzz'] })), /There are: task\.done\.one\./u);
});

options('the time allowed is in seconds, and nothing else changes', () => {
  assert.equal(budgetOption(read()), defaultBudget);
  assert.equal(budgetOption(read('--timeout', '2.5')), { ...defaultBudget, wallMilliseconds: 2500 });
  for (const text of ['0', 'x', '1e3', '', ' 1', '86401', '0x10', 'Infinity']) {
    assert.match(refused(() => budgetOption(read(`--timeout=${text}`))), /--timeout/u);
  }
});

options('a scenario is named by its id or its file', () => {
  for (const name of ['done/one', 'spec/scenarios/done/one.yaml', '/anywhere/spec/scenarios/done/one.yml']) assert.is(scenarioOperand(spec, name).id, 'done/one');
  assert.is(refused(() => scenarioOperand(spec, 'done/on')), 'there is no scenario done/on | Did you mean done/one?');
  assert.match(refused(() => scenarioOperand(spec, undefined)), /^no scenario is named/u);
});

options('the help of a command has all of its options, aligned', () => {
  const text = helpOf({
    name: 'x', operands: '', about: 'It does.', options: [{ name: 'long-option', value: '<v>', help: 'first\nsecond' }], examples: ['taskspec x'],
    run: async () => 0,
  });
  assert.is(text, 'Usage: taskspec x\n\nIt does.\n\nOptions\n  --long-option <v>  first\n                     second\n  --help             print this\n\nExamples\n  taskspec x\n');
});

options.run();
