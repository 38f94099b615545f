// The only place that refuses prerequisites that lead back to where they began.

import type { Scenario } from '../spec.ts';
import { Mistakes, type Mistake } from './mistake.ts';
import { readText } from './read-file.ts';
import { entry, itemsOf, parseTree, textOf } from './yaml-tree.ts';

/** One mistake for each cycle, at the prerequisite that closes it; `path` tells where a scenario's file is. */
export function prerequisiteCycles(scenarios: readonly Scenario[], path: (scenario: Scenario) => string): readonly Mistake[] {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  const closed = new Set<string>();
  const mistakes: Mistake[] = [];
  const visit = (scenario: Scenario, above: readonly string[]): void => {
    if (closed.has(scenario.id)) return;
    const here = [...above, scenario.id];
    for (const id of scenario.prerequisites) {
      const begun = here.indexOf(id);
      const next = byId.get(id);
      // A scenario that names itself is told where its file is read.
      if (begun >= 0 && id !== scenario.id) mistakes.push(...told(scenario, path(scenario), [...here.slice(begun), id]));
      else if (next !== undefined && begun < 0) visit(next, here);
    }
    closed.add(scenario.id);
  };
  for (const scenario of scenarios) visit(scenario, []);
  return mistakes;
}

/** The file is read once more, since a scenario does not keep where its prerequisites stand. */
function told({ file }: Scenario, path: string, cycle: readonly string[]): readonly Mistake[] {
  const read = readText(path, file);
  if (read.kind === 'mistake') return read.mistakes;
  const mistakes = new Mistakes(file, read.text);
  const root = parseTree(read.text, mistakes);
  const item = root === null ? undefined : itemsOf(entry(root, 'prerequisites')?.value).find((tree) => textOf(tree) === cycle.at(-1));
  mistakes.add('prerequisite', item?.at ?? { line: 1, column: 1 }, `these prerequisites lead back to where they began: ${cycle.join(' → ')}`,
    'Remove one of them: a failure is explained by what is simpler, and that by nothing that needs it.');
  return mistakes.found;
}
