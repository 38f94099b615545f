// The only place for `taskspec lint`.

import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { loadClauses } from '../../load/load-clauses.ts';
import { loadScenario } from '../../load/load-scenario.ts';
import { loadSpec } from '../../load/load-spec.ts';
import type { Mistake } from '../../load/mistake.ts';
import type { Clause } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { SpecMistakes } from '../spec-mistakes.ts';
import { specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';

export const lintCommand: Command = {
  name: 'lint',
  operands: '[path…]',
  about: `Finds all mistakes in scenario files, or in whole folders with clauses/ and scenarios/ in them, in one go.
Without a path it reads the suite's own specification. Exit code 2 where there is a mistake.`,
  options: [{ name: 'json', value: null, help: 'print the mistakes as JSON' }],
  examples: ['taskspec lint', 'taskspec lint draft.yaml', 'taskspec lint ./my-spec'],
  run: lint,
};

async function lint(call: Arguments, terminal: Terminal): Promise<number> {
  const paths = call.positionals.length > 0 ? call.positionals : [specFolder(undefined)];
  const known = loadSpec(specFolder(undefined)).spec.clauses;
  const clauses = new Map(known.map((clause) => [clause.id, clause]));
  const mistakes = paths.flatMap((path) => mistakesIn(path, clauses));
  if (call.flag('json')) {
    terminal.print(`${JSON.stringify(mistakes, null, 2)}\n`);
    return mistakes.length > 0 ? exitCodes.wrongCall : exitCodes.conforms;
  }
  if (mistakes.length > 0) throw new SpecMistakes(mistakes);
  terminal.print('no mistakes\n');
  return exitCodes.conforms;
}

function mistakesIn(path: string, clauses: ReadonlyMap<string, Clause>): readonly Mistake[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return loadSpec(path).mistakes;
  const file = relative('', path) || path;
  if (/(?:^|[\\/])clauses[\\/][^\\/]+$/u.test(path)) return loadClauses(resolve(path), file).mistakes;
  return loadScenario({ path: resolve(path), file, id: file }, clauses).mistakes;
}
