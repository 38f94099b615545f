// The only place for the shape of spec/proofs/mutants.json: what the suite noticed of each small change of the reference.

import type { MutantResult } from '@stryker-mutator/api/core';
import { digest } from '../../load/digest.ts';
import type { Scenario, Spec } from '../../spec.ts';
import { type Ground, grounds, readKills } from './kills.ts';
import { mutantNames } from './mutant-names.ts';

/** In the order of the totals. `must` to `broken`: the strongest ground on which it was noticed. */
export const fates = [...grounds, 'timed-out', 'survived', 'no-coverage', 'ignored'] as const;
/** `timed-out`: its process had to be killed. `no-coverage`: no scenario reaches it. `ignored`: not tried, for a reason. */
export type Fate = (typeof fates)[number];

export interface Mutant {
  /** Six digits of the digest of its name. */
  readonly key: string;
  /** `file mutator: before«what stood there → what stands there instead»after`. */
  readonly name: string;
  readonly fate: Fate;
}

export interface MutantRecord {
  /** Digest of each mutated file. */
  readonly files: Readonly<Record<string, string>>;
  /** Digest of the specification that judged. */
  readonly spec: string;
  readonly totals: Readonly<Record<Fate, number>>;
  readonly mutants: readonly Mutant[];
  /** By scenario and ground, the keys of the mutants that it notices. */
  readonly kills: Readonly<Record<string, Partial<Record<Ground, readonly string[]>>>>;
}

/** `sources`: text of each mutated file by its name below reference/. */
export function recordOf(results: readonly MutantResult[], sources: ReadonlyMap<string, string>, spec: Spec): MutantRecord {
  const placed = results
    .map((result) => ({ result, ...sourceOf(result, sources) }))
    .sort((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : Number(one.result.id) - Number(other.result.id)));
  const names = mutantNames(placed.map(({ result, file, text }) => ({
    file, mutator: result.mutatorName, text, range: result.location, replacement: result.replacement ?? '',
  })));
  const kills = new Map<string, Partial<Record<Ground, string[]>>>();
  const mutants = placed.map(({ result }, index): Mutant => {
    const name = names[index] ?? '';
    const key = digest(name).slice(0, 6);
    const noticed = result.status === 'Killed' ? readKills(result.statusReason ?? '') : null;
    for (const ground of grounds) {
      for (const scenario of noticed?.[ground] ?? []) {
        const ofScenario = kills.get(scenario) ?? {};
        (ofScenario[ground] ??= []).push(key);
        kills.set(scenario, ofScenario);
      }
    }
    const ground = grounds.find((one) => (noticed?.[one].length ?? 0) > 0);
    return { key, name, fate: ground ?? fateOf(result) };
  });
  if (new Set(mutants.map(({ key }) => key)).size < mutants.length) throw new Error('two mutants have one key: give it more digits');
  const totals = Object.fromEntries(fates.map((fate) => [fate, mutants.filter((mutant) => mutant.fate === fate).length]));
  return {
    files: digestsOf(sources),
    spec: spec.digest,
    totals: { must: 0, should: 0, endless: 0, observed: 0, broken: 0, 'timed-out': 0, survived: 0, 'no-coverage': 0, ignored: 0, ...totals },
    mutants,
    kills: Object.fromEntries(inOrder(spec.scenarios, kills)),
  };
}

export function digestsOf(sources: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...sources].map(([file, text]) => [file, digest(text)]));
}

/** The file's text: one line a mutant and one a scenario, so that a review sees what changed. */
export function writeRecord({ files, spec, totals, mutants, kills }: MutantRecord): string {
  const rows = (lines: readonly string[]): string => lines.map((line) => `\n    ${line}`).join(',');
  return `{
  "files": ${JSON.stringify(files)},
  "spec": ${JSON.stringify(spec)},
  "totals": ${JSON.stringify(totals)},
  "mutants": [${rows(mutants.map((mutant) => JSON.stringify(mutant)))}
  ],
  "kills": {${rows(Object.entries(kills).map(([scenario, keys]) => `${JSON.stringify(scenario)}: ${JSON.stringify(keys)}`))}
  }
}
`;
}

/** Reads what `writeRecord` wrote. */
export function readRecord(text: string): MutantRecord {
  return JSON.parse(text);
}

interface Source {
  readonly file: string;
  readonly text: string;
}

function sourceOf({ fileName }: MutantResult, sources: ReadonlyMap<string, string>): Source {
  for (const [file, text] of sources) if (fileName.replaceAll('\\', '/').endsWith(`reference/${file}`)) return { file, text };
  throw new Error(`${fileName} was not to be mutated`);
}

function fateOf({ status, statusReason, id }: MutantResult): Fate {
  switch (status) {
    case 'Timeout':
      return 'timed-out';
    case 'Survived':
      return 'survived';
    case 'NoCoverage':
      return 'no-coverage';
    case 'Ignored':
      return 'ignored';
    case 'Killed':
      throw new Error(`mutant ${id} was killed by no scenario`);
    case 'CompileError':
    case 'RuntimeError':
    case 'Pending':
      throw new Error(`mutant ${id} came to nothing (${status}): ${statusReason ?? 'no reason was given'}`);
  }
}

function inOrder<V>(scenarios: readonly Scenario[], byScenario: ReadonlyMap<string, V>): readonly (readonly [string, V])[] {
  return scenarios.flatMap(({ id }) => {
    const value = byScenario.get(id);
    return value === undefined ? [] : [[id, value] as const];
  });
}
