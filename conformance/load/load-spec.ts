// The only place that reads a whole spec folder: clauses, scenarios, and what must hold between them.

import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { members, type Clause, type Scenario, type Spec } from '../spec.ts';
import { digest } from './digest.ts';
import { loadClauses } from './load-clauses.ts';
import { loadScenario } from './load-scenario.ts';
import { Mistakes, type Mistake } from './mistake.ts';
import { nearest } from './nearest.ts';

export interface LoadedSpec {
  /** All that could be read; with mistakes it is not whole. */
  readonly spec: Spec;
  readonly mistakes: readonly Mistake[];
}

/** Reads `clauses/` and `scenarios/` below a folder. All mistakes of all files are told in one go. */
export function loadSpec(folder: string): LoadedSpec {
  const mistakes: Mistake[] = [];
  const name = (path: string): string => join('spec', relative(folder, path)).split(sep).join('/');

  const clauses = new Map<string, Clause>();
  for (const path of filesBelow(join(folder, 'clauses'), mistakes, name)) {
    const loaded = loadClauses(path, name(path));
    mistakes.push(...loaded.mistakes);
    for (const clause of loaded.clauses) clauses.set(clause.id, clause);
  }
  const root = join(folder, 'scenarios');
  const scenarios: Scenario[] = [];
  for (const path of filesBelow(root, mistakes, name)) {
    const id = relative(root, path).split(sep).join('/').replace(/\.yaml$/u, '');
    const file = name(path);
    if (!/^[a-z_]+\/[a-z0-9-]+$/u.test(id) || !members.some((member) => id.startsWith(`${member}/`))) {
      mistakes.push(misplaced(file));
      continue;
    }
    const loaded = loadScenario({ path, file, id }, clauses);
    mistakes.push(...loaded.mistakes);
    if (loaded.scenario !== null) scenarios.push(loaded.scenario);
  }
  if (mistakes.length === 0) mistakes.push(...checkPrerequisites(scenarios));
  const ordered = [...clauses.values()].sort((one, other) =>
    members.indexOf(one.member) - members.indexOf(other.member) || one.file.localeCompare(other.file, 'en') || one.line - other.line);
  const inOrder = scenarios.sort((one, other) => memberIndex(one.id) - memberIndex(other.id) || (one.id < other.id ? -1 : 1));
  const content = [ordered.map(({ file: _, line: __, ...clause }) => clause), inOrder.map((scenario) => [scenario.id, scenario.digest])];
  return { spec: { document: '3.7', digest: digest(content), clauses: ordered, scenarios: inOrder }, mistakes };
}

const memberIndex = (id: string): number => members.findIndex((member) => id.startsWith(`${member}/`));

function misplaced(file: string): Mistake {
  const mistakes = new Mistakes(file, '');
  mistakes.add('file-misplaced', { line: 1, column: 1 }, 'a scenario is scenarios/<member>/<name>.yaml, in lower case with hyphens',
    `The members are ${members.join(', ')}.`);
  return mistakes.found[0] ?? raiseBug();
}

function raiseBug(): never {
  throw new Error('bug: no mistake was added');
}

function filesBelow(folder: string, mistakes: Mistake[], name: (path: string) => string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.name.endsWith('.yaml') && !file.name.startsWith('.'))
      .map((file) => join(file.parentPath, file.name))
      .sort();
  } catch {
    const found = new Mistakes(name(folder), '');
    found.add('file-unreadable', { line: 1, column: 1 }, 'there is no such folder', 'Name a folder with `clauses` and `scenarios` in it.');
    mistakes.push(...found.found);
    return [];
  }
}

function checkPrerequisites(scenarios: readonly Scenario[]): readonly Mistake[] {
  const ids = new Set(scenarios.map(({ id }) => id));
  return scenarios.flatMap((scenario) => {
    const mistakes = new Mistakes(scenario.file, '');
    for (const prerequisite of scenario.prerequisites) {
      if (ids.has(prerequisite) && prerequisite !== scenario.id) continue;
      const meant = nearest(prerequisite, ids);
      mistakes.add('prerequisite', { line: 1, column: 1 }, `there is no other scenario '${prerequisite}'`,
        meant === undefined ? 'Name a scenario by its path.' : `Did you mean '${meant}'?`);
    }
    return mistakes.found;
  });
}
