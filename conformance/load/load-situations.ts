// The only place that reads the file of situations: which scenarios check what can happen, or why none does.

import { tags, type Clause, type Scenario, type Tag } from '../spec.ts';
import { checkSchema } from './check-schema.ts';
import { Mistakes, type Mistake } from './mistake.ts';
import { nearest } from './nearest.ts';
import { readText } from './read-file.ts';
import { entry, itemsOf, parseTree, textOf, type Tree } from './yaml-tree.ts';

/** A case that can fail by itself. */
export interface Situation {
  /** Stable, never reused: `cancel.2/before-first-step`. */
  readonly id: string;
  readonly tag: Tag;
  /** Sentences of the document that bear on it; the first one begins the id. */
  readonly sentences: readonly string[];
  readonly text: string;
  /** Ids of the scenarios that check it. */
  readonly scenarios: readonly string[];
  /** Why no scenario checks it, or null. */
  readonly notCovered: string | null;
}

export interface LoadedSituations {
  readonly situations: readonly Situation[];
  readonly mistakes: readonly Mistake[];
}

/** What the rows are held against; null while files are broken, when nothing may be called unknown. */
export interface KnownScenarios {
  readonly scenarios: readonly Scenario[];
  readonly clauses: ReadonlyMap<string, Clause>;
}

/** The situations; `file` is the name that messages give. */
export function loadSituations(path: string, file: string, known: KnownScenarios | null): LoadedSituations {
  const read = readText(path, file);
  if (read.kind === 'mistake') return { situations: [], mistakes: read.mistakes };
  const mistakes = new Mistakes(file, read.text);
  const root = parseTree(read.text, mistakes);
  if (root === null || !checkSchema('situations', root, mistakes)) return { situations: [], mistakes: mistakes.found };

  const byId = known === null ? null : new Map(known.scenarios.map((scenario) => [scenario.id, scenario]));
  const seen = new Set<string>();
  const situations = itemsOf(entry(root, 'situations')?.value).map((item) => {
    const situation = readRow(item);
    const at = entry(item, 'id')?.value.at ?? item.at;
    if (seen.has(situation.id)) mistakes.add('duplicate-situation', at, `'${situation.id}' is there twice`, 'Give each situation an id of its own.');
    seen.add(situation.id);
    const [first = ''] = situation.sentences;
    if (!situation.id.startsWith(`${first}/`)) {
      mistakes.add('situation', at, `'${situation.id}' does not begin with its first sentence`, `Its id begins with ${first}/.`);
    }
    if ((situation.scenarios.length > 0) === (situation.notCovered !== null)) {
      mistakes.add('situation', at, `'${situation.id}' ${situation.notCovered === null ? 'names no scenario and no reason' : 'has scenarios, and a reason why there are none'}`,
        'Write either `scenarios:` or `not-covered:`.');
    }
    if (known !== null && byId !== null) checkScenarios(item, situation, byId, known.clauses, mistakes);
    return situation;
  });
  return { situations, mistakes: mistakes.found };
}

function readRow(item: Tree): Situation {
  const text = (key: string): string => textOf(entry(item, key)?.value).trim().replace(/\s+/gu, ' ');
  const texts = (key: string): readonly string[] => itemsOf(entry(item, key)?.value).map(textOf);
  return {
    id: text('id'), tag: tags.find((tag) => tag === text('tag')) ?? 'D', sentences: texts('sentences'), text: text('text'),
    scenarios: texts('scenarios'), notCovered: text('not-covered') || null,
  };
}

/** Each scenario exists, and one of them at least checks a clause that binds as the row's tag says. */
function checkScenarios(
  item: Tree, situation: Situation, scenarios: ReadonlyMap<string, Scenario>, clauses: ReadonlyMap<string, Clause>, mistakes: Mistakes,
): void {
  const trees = itemsOf(entry(item, 'scenarios')?.value);
  for (const tree of trees) {
    const named = textOf(tree);
    if (scenarios.has(named)) continue;
    const meant = nearest(named, scenarios.keys());
    mistakes.add('unknown-scenario', tree.at, `there is no scenario '${named}'`, meant === undefined ? 'Name a scenario by its path.' : `Did you mean '${meant}'?`);
  }
  const checked = situation.scenarios.flatMap((id) => scenarios.get(id)?.clauses ?? []).flatMap((id) => clauses.get(id) ?? []);
  if (checked.length === 0 || checked.some(({ level }) => isOf(situation.tag, level))) return;
  const at = entry(item, 'tag')?.value.at ?? item.at;
  mistakes.add('situation', at, `'${situation.id}' has the tag ${situation.tag}, and its scenarios check nothing of that kind`,
    `They check clauses that are ${[...new Set(checked.map(({ level }) => level))].join(' and ')}: mend the tag or name another scenario.`);
}

function isOf(tag: Tag, level: Clause['level']): boolean {
  switch (tag) {
    case 'D':
    case 'R':
      return level === 'must' || level === 'should' || level === 'may';
    case 'O':
      return level === 'observed';
    case 'X':
      return level === 'contested';
  }
}
