// The only place that says which implementations a published run is of: all that are found, and the adapters that people copy.

import type { ImplementationRow } from '../../../reports/listing.ts';

/** Named as from the root of a checkout, so that no path of a machine is in a result. */
export const examples = ['stdio:node adapters/examples/puppet.mjs', 'stdio:python3 adapters/examples/puppet.py'] as const;

/** The names, those of one kind and variant beside each other, so that versions can be compared. */
export function candidates(rows: readonly ImplementationRow[]): readonly string[] {
  const kinds = new Map<string, string[]>();
  for (const { name } of rows.filter(({ found }) => found)) {
    const kind = name.replace(/:.*/su, '');
    kinds.set(kind, [...(kinds.get(kind) ?? []), name]);
  }
  return [...[...kinds.values()].flat(), ...examples];
}

/**
 * The file of the how-manieth implementation: `03-python_3.8.jsonl`. Numbered, so that whatever names all files names them in
 * this order, and reports made of them are the published ones.
 */
export function streamFile(name: string, index: number): string {
  const short = name.replace(/^stdio:.*[\\/ ]/su, 'stdio:').replace(/[^A-Za-z0-9.+-]/gu, '_');
  return `${String(index + 1).padStart(2, '0')}-${short}.jsonl`;
}

/** What to do about those that were published before and are not here: a folder must not shrink unseen. */
export function absentees(rows: readonly ImplementationRow[], before: readonly string[]): readonly string[] {
  const wanted = candidates(rows);
  return before.filter((name) => !wanted.includes(name)).map((name) => {
    const hint = rows.find((row) => row.name === name)?.hint;
    return `${name} was published and is not here${hint == null ? '' : `: ${hint}`}`;
  });
}
