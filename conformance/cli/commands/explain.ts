// The only place for `taskspec explain`: what a clause demands, where the document says so, and what checks it.

import { clausePage } from '../../../reports/clause-page.ts';
import { coverageOf } from '../../coverage.ts';
import type { KnownOf } from '../../divergences.ts';
import type { Clause, Scenario } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { exitCodes } from '../exit-code.ts';
import { knownDivergences } from '../known-divergences.ts';
import { specOption } from '../selection-options.ts';
import { openSpec, specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const explainCommand: Command = {
  name: 'explain',
  operands: '<clause>',
  about: `Says what a clause demands in our words, how strongly, which sentences of the document say so, which scenarios check it,
which deliberately wrong Tasks prove that the checks can fail, and what real implementations are known to do.`,
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
  const provedBy = coverageOf(spec).clauses.find((covered) => covered.id === clause.id)?.provedBy ?? [];
  const sentences = spec.ledger.rows.filter((row) => clause.sentences.includes(row.id));
  const outcomes = knownDivergences(specFolder(call.value('spec')), spec.digest)?.scenarios ?? {};
  const known = scenarios.flatMap(({ id: scenario }): readonly KnownOf[] => (outcomes[scenario] ?? []).map((outcome) => ({ scenario, ...outcome })));
  if (call.flag('json')) {
    const places = sentences.map(({ id: sentence, kind, place, byReference }) => ({ id: sentence, kind, ...place, byReference }));
    terminal.print(`${JSON.stringify({ ...clause, places, scenarios: scenarios.map((scenario) => scenario.id), provedBy, known }, null, 2)}\n`);
  } else {
    const rows = scenarios.map((scenario) => ({ id: scenario.id, title: scenario.title, level: clause.level }));
    terminal.print(clausePage(clause, rows, { sentences, provedBy, known }, terminal));
  }
  return exitCodes.conforms;
}

function checking(clause: Clause, scenarios: readonly Scenario[]): readonly Scenario[] {
  const primary = scenarios.filter(({ clauses }) => clauses[0] === clause.id);
  return [...primary, ...scenarios.filter(({ clauses }) => clauses.slice(1).includes(clause.id))];
}
