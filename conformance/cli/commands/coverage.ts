// The only place for `taskspec coverage`.

import { coverageBadge } from '../../../reports/badge.ts';
import { coverageReport } from '../../../reports/coverage.ts';
import { coverageOf, provenShare, type Coverage } from '../../coverage.ts';
import { everything, unknownName } from '../../select.ts';
import type { Spec } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { exitCodes } from '../exit-code.ts';
import { knownDivergences } from '../known-divergences.ts';
import { selectionOptions, specOption } from '../selection-options.ts';
import { openSpec, specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const coverageCommand: Command = {
  name: 'coverage',
  operands: '',
  about: `Says how much of the document the suite covers: each sentence is accounted for by clauses or by a reason for having none, each
clause is checked by scenarios, and a clause is proven where a deliberately wrong Task breaks it and is caught by that very check.
How many come out otherwise on a real implementation is told too, where a published run is of this specification.
Narrowed to members, classes or clauses it lists each sentence and each clause.`,
  options: [
    ...selectionOptions.filter(({ name }) => name !== 'filter').map((option) => ({ ...option, help: option.help.replace(/^scenarios (?:that check|about|of)/u, 'what belongs to') })),
    { name: 'all', value: null, help: 'list each sentence and each clause' },
    { name: 'min', value: '<percent>', help: 'exit with 1 where fewer of the testable clauses are proven' },
    { name: 'badge', value: null, help: 'print the JSON of a badge for shields.io: how many testable clauses are proven' },
    { name: 'json', value: null, help: 'print JSON' },
    specOption,
  ],
  examples: ['taskspec coverage', 'taskspec coverage --member cancel', 'taskspec coverage --min 80'],
  run: coverage,
};

async function coverage(call: Arguments, terminal: Terminal): Promise<number> {
  const least = leastOf(call.value('min'));
  const narrowing = { clauses: call.list('clause'), members: call.list('member'), classes: call.list('class') };
  const spec = await openSpec(call.value('spec'));
  refuseUnknown(spec, narrowing);
  if (spec.ledger.rows.length === 0) throw new UserError('this specification has no ledger', `It is document/${spec.document}.yaml; taskspec drift --update makes one.`);
  const found = coverageOf(spec, narrowing);
  if (found.clauses.length === 0) throw new UserError('no clause is selected', 'taskspec list --clauses shows all of them; the options together must fit.');
  const isNarrowed = Object.values(narrowing).some((names) => names.length > 0);
  if (call.flag('json')) terminal.print(`${JSON.stringify({ ...found, proven: provenShare(found) }, null, 2)}\n`);
  else if (call.flag('badge')) terminal.print(coverageBadge('asyncio.Task proven', found.totals.testable.proven, found.totals.testable.all));
  else terminal.print(coverageReport(found, { colours: terminal.colours, width: terminal.width, all: isNarrowed || call.flag('all'), known: knownDivergences(specFolder(call.value('spec')), spec.digest) }));
  return least === null ? exitCodes.conforms : held(found, least, terminal);
}

function leastOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const least = /^\d{1,3}(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (!(least <= 100)) throw new UserError(`--min ${text} is no share`, 'Write a percentage from 0 to 100, such as --min 80.');
  return least;
}

function held(found: Coverage, least: number, terminal: Terminal): number {
  const share = provenShare(found);
  if (share === null) throw new UserError('no testable clause is selected, so no share can be told', 'Observed and contested clauses do not count; leave --min away.');
  if (share >= least) return exitCodes.conforms;
  terminal.complain(`taskspec: ${percent(share)} % of the testable clauses are proven, at least ${least} % were asked for\n`);
  return exitCodes.differs;
}

/** Rounded down, so that what falls short never reads as if it did not. */
const percent = (share: number): string => (Math.floor(share * 10) / 10).toFixed(1);

function refuseUnknown(spec: Spec, narrowing: Pick<typeof everything, 'clauses' | 'members' | 'classes'>): void {
  const unknown = unknownName(spec, { ...everything, ...narrowing });
  if (unknown === null) return;
  throw new UserError(`there is no ${unknown.what} ${unknown.name}`, didYouMean(unknown.name, unknown.known, 'taskspec list --clauses shows them.'));
}
