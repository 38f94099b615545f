// The only place that reads a scenario file, and splits it into the Program that leaves and the Expectation that stays.

import type { Expectation, StepExpectation } from '../expectation.ts';
import type { Program } from '../program.ts';
import type { Clause, Scenario } from '../spec.ts';
import { checkLine } from './check-line.ts';
import { checkNames } from './check-names.ts';
import { checkSchema } from './check-schema.ts';
import { deriveCapabilities } from './derive-capabilities.ts';
import { digest } from './digest.ts';
import { Mistakes, type Mistake, type MistakeCode } from './mistake.ts';
import { nearest } from './nearest.ts';
import { readOutline } from './outline.ts';
import { readText } from './read-file.ts';
import { readOrder } from './read-order.ts';
import { readOutcomes } from './read-outcomes.ts';
import { readProgram } from './read-program.ts';
import { entry, itemsOf, parseTree, textOf, type Tree } from './yaml-tree.ts';

export interface LoadedScenario {
  /** Null where the file has mistakes. */
  readonly scenario: Scenario | null;
  readonly mistakes: readonly Mistake[];
}

export interface ScenarioFile {
  readonly path: string;
  /** The name that messages give. */
  readonly file: string;
  readonly id: string;
}

type Clauses = ReadonlyMap<string, Clause>;

/**
 * Reads one scenario. `clauses` null accepts any clause id, and `scenarios` null any prerequisite: for a draft, or one
 * file by itself.
 */
export function loadScenario(
  source: ScenarioFile, clauses: Clauses | null, scenarios: ReadonlySet<string> | null = null,
): LoadedScenario {
  const read = readText(source.path, source.file);
  if (read.kind === 'mistake') return { scenario: null, mistakes: read.mistakes };
  return readScenario(read.text, source, clauses, scenarios);
}

/** What a slip elsewhere in the file cannot cause, so that it is told beside what the schema says. */
const LOCAL: readonly MistakeCode[] = [
  'expression-syntax', 'unknown-attribute', 'keyword-argument', 'reserved-name', 'label-twice', 'unknown-clause', 'prerequisite',
];

/** The same for a text; `source` gives names only. */
export function readScenario(
  text: string, source: Pick<ScenarioFile, 'file' | 'id'>, clauses: Clauses | null, scenarios: ReadonlySet<string> | null = null,
): LoadedScenario {
  const mistakes = new Mistakes(source.file, text);
  const root = parseTree(text, mistakes);
  if (root === null) return { scenario: null, mistakes: mistakes.found };
  const isShaped = checkSchema('scenario', root, mistakes);
  const meant = new Mistakes(source.file, text);
  const scenario = readMeaning(root, source, clauses, scenarios, meant);
  mistakes.addWhereNone(isShaped ? meant.found : meant.found.filter(({ code }) => LOCAL.includes(code)));
  const { found } = mistakes;
  return { scenario: found.length > 0 ? null : scenario, mistakes: found };
}

function readMeaning(
  root: Tree, source: Pick<ScenarioFile, 'file' | 'id'>, clauses: Clauses | null, scenarios: ReadonlySet<string> | null, mistakes: Mistakes,
): Scenario {
  const outline = readOutline(root, mistakes);
  const { program, places, pending, awaits, mentions } = readProgram(outline, root, mistakes);
  const ids = texts(root, 'clauses');
  const [primary = ''] = ids;
  const patternScope = { outline, mentions, awaits, mistakes };
  const named = new Set<string>([primary]);
  const steps = pending.map((one): StepExpectation => {
    const clauseTree = entry(one.tree, 'clause')?.value;
    const clause = textOf(clauseTree) || primary;
    named.add(clause);
    if (!ids.includes(clause) && clauseTree !== undefined) {
      const meant = nearest(clause, ids);
      mistakes.add('unknown-clause', clauseTree.at, `'${clause}' is not among the scenario's clauses`,
        meant === undefined ? 'Add it under `clauses`.' : `Did you mean '${meant}'? Otherwise add it under \`clauses\`.`);
    }
    return { step: one.step, clause, outcomes: readOutcomes(one, patternScope) };
  });
  const order = readOrder(root, pending, steps, patternScope);
  const expectation: Expectation = { clause: primary, variants: outline.variants, steps, order };
  checkLine(entry(root, 'title')?.value, 'title', mistakes);
  checkClauses(root, named, clauses, mistakes);
  if (scenarios !== null) checkPrerequisites(root, source.id, scenarios, mistakes);
  const shared = checkNames(outline, mentions, mistakes);
  const whole: Program = { ...program, shared, texts: [...mentions.texts.keys()].sort() };
  const isPythonOnly = clauses?.get(primary)?.class === 'python-syntax';
  return {
    id: source.id, file: source.file,
    digest: digest({ program: whole, expectation, clauses: ids }),
    title: texts(root, 'title')[0] ?? '',
    clauses: [primary, ...ids.slice(1)],
    prerequisites: texts(root, 'prerequisites'),
    capabilities: deriveCapabilities(whole, expectation, isPythonOnly),
    program: whole, expectation, places,
  };
}

/** A scalar, or the scalars of a list, as texts. */
function texts(root: Tree, key: string): readonly string[] {
  const tree = entry(root, key)?.value;
  return tree?.kind === 'scalar' ? [textOf(tree)] : itemsOf(tree).map(textOf);
}

/** Scenarios that do not exist, or the scenario itself. */
function checkPrerequisites(root: Tree, id: string, scenarios: ReadonlySet<string>, mistakes: Mistakes): void {
  for (const item of itemsOf(entry(root, 'prerequisites')?.value)) {
    const named = textOf(item);
    if (scenarios.has(named) && named !== id) continue;
    const meant = nearest(named, [...scenarios].filter((other) => other !== id));
    mistakes.add('prerequisite', item.at, `there is no other scenario '${named}'`,
      meant === undefined ? 'Name a scenario by its path.' : `Did you mean '${meant}'?`);
  }
}

function checkClauses(root: Tree, named: ReadonlySet<string>, clauses: Clauses | null, mistakes: Mistakes): void {
  for (const item of itemsOf(entry(root, 'clauses')?.value)) {
    const id = textOf(item);
    if (clauses !== null && !clauses.has(id)) {
      const meant = nearest(id, clauses.keys());
      mistakes.add('unknown-clause', item.at, `there is no clause '${id}'`,
        meant === undefined ? 'Write it in spec/clauses first.' : `Did you mean '${meant}'?`);
    } else if (!named.has(id)) {
      mistakes.add('unused-clause', item.at, `no step names '${id}'`, 'Add `clause:` to the step that tests it, or remove it here.');
    }
  }
}
