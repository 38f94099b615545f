// The only place for `taskspec explain`: what a clause demands, where the document says so, and what checks it.

import { clausePage } from '../../../reports/clause-page.ts';
import type { Clause, Scenario } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { exitCodes } from '../exit-code.ts';
import { specOption } from '../selection-options.ts';
import { openSpec } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const explainCommand: Command = {
  name: 'explain',
  operands: '<clause>',
  about: 'Says what a clause demands in our words, how strongly, where the document says so, and which scenarios check it.',
  options: [{ name: 'json', value: null, help: 'print JSON' }, specOption],
  examples: ['taskspec explain task.cancel.no-guarantee'],
  run: explain,
};

async function explain(call: Arguments, terminal: Terminal): Promise<number> {
  const [id] = call.positionals;
  if (id === undefined) throw new UserError('no clause is named', 'taskspec list --clauses shows all of them.');
  const spec = await openSpec(call.value('spec'));
  const clause = spec.clauses.find((candidate) => candidate.id === id);
  if (clause === undefined) {
    throw new UserError(`there is no clause ${id}`, didYouMean(id, spec.clauses.map((known) => known.id), 'taskspec list --clauses shows all of them.'));
  }
  const scenarios = checking(clause, spec.scenarios);
  if (call.flag('json')) terminal.print(`${JSON.stringify({ ...clause, scenarios: scenarios.map((scenario) => scenario.id) }, null, 2)}\n`);
  else terminal.print(clausePage(clause, scenarios.map(({ id, title }) => ({ id, title, level: clause.level })), terminal));
  return exitCodes.conforms;
}

function checking(clause: Clause, scenarios: readonly Scenario[]): readonly Scenario[] {
  const primary = scenarios.filter(({ clauses }) => clauses[0] === clause.id);
  return [...primary, ...scenarios.filter(({ clauses }) => clauses.slice(1).includes(clause.id))];
}
