// The only place for `taskspec lint`.

import { statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { loadClauses } from '../../load/load-clauses.ts';
import { loadScenario } from '../../load/load-scenario.ts';
import { loadSituations } from '../../load/load-situations.ts';
import { loadSpec } from '../../load/load-spec.ts';
import type { Mistake } from '../../load/mistake.ts';
import type { Spec } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { specOption } from '../selection-options.ts';
import { SpecMistakes } from '../spec-mistakes.ts';
import { specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';

export const lintCommand: Command = {
  name: 'lint',
  operands: '[path…]',
  about: `Finds all mistakes in scenario files, or in whole folders with clauses/ and scenarios/ in them, in one go.
Without a path it reads the suite's own specification, or the one that --spec names; with a path the file is held against
the clauses and scenarios of that one. Exit code 2 where there is a mistake.`,
  options: [specOption, { name: 'json', value: null, help: 'print the mistakes as JSON' }],
  examples: ['taskspec lint', 'taskspec lint draft.yaml', 'taskspec lint ./my-spec', 'taskspec lint --spec ./my-spec draft.yaml'],
  run: lint,
};

async function lint(call: Arguments, terminal: Terminal): Promise<number> {
  const mistakes = mistakesOf(call.positionals, call.value('spec'));
  if (call.flag('json')) {
    terminal.print(`${JSON.stringify(mistakes, null, 2)}\n`);
    return mistakes.length > 0 ? exitCodes.wrongCall : exitCodes.conforms;
  }
  if (mistakes.length > 0) throw new SpecMistakes(mistakes);
  terminal.print('no mistakes\n');
  return exitCodes.conforms;
}

function mistakesOf(paths: readonly string[], own: string | undefined): readonly Mistake[] {
  const loaded = loadSpec(specFolder(own), own);
  // Of a specification with mistakes nobody can say what it lacks; somebody's own is to be mended first.
  if (paths.length === 0 || (own !== undefined && loaded.mistakes.length > 0)) return loaded.mistakes;
  return paths.flatMap((path) => mistakesIn(path, loaded.spec));
}

function mistakesIn(path: string, spec: Spec): readonly Mistake[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return loadSpec(path, path).mistakes;
  const file = relative('', path) || path;
  const clauses = new Map(spec.clauses.map((clause) => [clause.id, clause]));
  if (/(?:^|[\\/])clauses[\\/][^\\/]+$/u.test(path)) return loadClauses(resolve(path), file).mistakes;
  if (/(?:^|[\\/])situations\.yaml$/u.test(path)) return loadSituations(resolve(path), file, { scenarios: spec.scenarios, clauses }).mistakes;
  return loadScenario({ path: resolve(path), file, id: file }, clauses).mistakes;
}
