// The only place that reads a whole spec folder: clauses, scenarios, and what must hold between them.

import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { members, type Clause, type Scenario, type Spec } from '../spec.ts';
import { prerequisiteCycles } from './check-prerequisites.ts';
import { digest } from './digest.ts';
import { loadClauses } from './load-clauses.ts';
import { loadLedger, noLedger } from './load-ledger.ts';
import { loadProofs } from './load-proofs.ts';
import { loadScenario, type ScenarioFile } from './load-scenario.ts';
import { loadSituations, type Situation } from './load-situations.ts';
import type { Mistake, MistakeCode } from './mistake.ts';
import { whyUnreadable } from './read-file.ts';

export interface LoadedSpec {
  /** All that could be read; with mistakes it is not whole. */
  readonly spec: Spec;
  /** What can happen, and where it is checked; a folder need not have them. */
  readonly situations: readonly Situation[];
  readonly mistakes: readonly Mistake[];
}

/** The document whose words are judged; its ledger is named after it. */
const DOCUMENT = '3.7';

/**
 * Reads `clauses/`, `scenarios/` and `situations.yaml` below a folder, and the ledger and the proofs where there are any. All mistakes of
 * all files are told in one go; `shown` is the folder's name in them.
 */
export function loadSpec(folder: string, shown = 'spec'): LoadedSpec {
  const mistakes: Mistake[] = [];
  const name = (path: string): string => join(shown, relative(folder, path)).split(sep).join('/');

  const clauses = new Map<string, Clause>();
  const clausesRoot = join(folder, 'clauses');
  for (const path of filesBelow(clausesRoot, mistakes, name)) {
    const file = name(path);
    if (relative(clausesRoot, path).includes(sep) || !path.endsWith('.yaml')) {
      mistakes.push(wholeFile('file-misplaced', file, 'a file of clauses is clauses/<member>.yaml', `The members are ${members.join(', ')}.`));
      continue;
    }
    const loaded = loadClauses(path, file);
    mistakes.push(...loaded.mistakes);
    for (const clause of loaded.clauses) clauses.set(clause.id, clause);
  }
  // A clause may only be unknown because its file could not be read.
  const known = mistakes.length > 0 ? null : clauses;

  const ledgerPath = join(folder, 'document', `${DOCUMENT}.yaml`);
  const { ledger, mistakes: ofLedger } = existsSync(ledgerPath) ? loadLedger(ledgerPath, name(ledgerPath), known) : { ledger: noLedger, mistakes: [] };
  const proofsPath = join(folder, 'proofs', 'wrong-tasks.json');
  const { proofs, mistakes: ofProofs } = loadProofs(proofsPath, name(proofsPath));

  const root = join(folder, 'scenarios');
  const sources: ScenarioFile[] = [];
  for (const path of filesBelow(root, mistakes, name)) {
    const id = relative(root, path).split(sep).join('/').replace(/\.yaml$/u, '');
    const file = name(path);
    if (/^[a-z_]+\/[a-z0-9-]+$/u.test(id) && memberIndex(id) >= 0) sources.push({ path, file, id });
    else {
      mistakes.push(wholeFile('file-misplaced', file, 'a scenario is scenarios/<member>/<name>.yaml, in lower case with hyphens',
        `The members are ${members.join(', ')}.`));
    }
  }
  const ids = new Set(sources.map(({ id }) => id));
  const paths = new Map(sources.map(({ id, path }) => [id, path]));
  const scenarios: Scenario[] = [];
  for (const source of sources) {
    const loaded = loadScenario(source, known, ids);
    mistakes.push(...loaded.mistakes);
    if (loaded.scenario !== null) scenarios.push(loaded.scenario);
  }
  mistakes.push(...ofLedger, ...ofProofs);
  mistakes.push(...prerequisiteCycles(scenarios, ({ id }) => paths.get(id) ?? ''));
  const situationsPath = join(folder, 'situations.yaml');
  const { situations, mistakes: ofSituations } = existsSync(situationsPath)
    ? loadSituations(situationsPath, name(situationsPath), mistakes.length > 0 ? null : { scenarios, clauses })
    : { situations: [], mistakes: [] };
  mistakes.push(...ofSituations);
  const ordered = [...clauses.values()].sort((one, other) =>
    members.indexOf(one.member) - members.indexOf(other.member) || one.file.localeCompare(other.file, 'en') || one.line - other.line);
  const inOrder = scenarios.sort((one, other) => memberIndex(one.id) - memberIndex(other.id) || (one.id < other.id ? -1 : 1));
  const content = [ordered.map(({ file: _, line: __, ...clause }) => clause), inOrder.map((scenario) => [scenario.id, scenario.digest])];
  const spec: Spec = { document: DOCUMENT, digest: digest(content), clauses: ordered, scenarios: inOrder, ledger, proofs };
  return { spec, situations, mistakes };
}

const memberIndex = (id: string): number => members.findIndex((member) => id.startsWith(`${member}/`));

function wholeFile(code: MistakeCode, file: string, message: string, hint: string): Mistake {
  return { code, file, line: 1, column: 1, message, hint, sourceLine: null };
}

/** Files that are YAML by their names; an ending in another spelling would be passed over in silence. */
function filesBelow(folder: string, mistakes: Mistake[], name: (path: string) => string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => /\.ya?ml$/iu.test(file.name) && !file.name.startsWith('.'))
      .map((file) => join(file.parentPath, file.name))
      .sort();
  } catch (error) {
    mistakes.push(wholeFile('file-unreadable', name(folder), `the folder cannot be read (${whyUnreadable(error)})`,
      'Name a folder with `clauses` and `scenarios` in it.'));
    return [];
  }
}
