// The only place for why a mutant may survive: each that does is listed, and each that is listed does.

import { parse } from 'yaml';
import { UserError } from '../user-error.ts';
import type { Mutant } from './mutant-record.ts';

export const survivorClasses = ['equivalent', 'not-promised', 'not-reachable', 'open'] as const;
/**
 * `equivalent`: no program of any kind can tell. `not-promised`: a program can, and the document says nothing. `not-reachable`: the
 * language has no words for a program that could. `open`: a scenario is still to be written.
 */
export type SurvivorClass = (typeof survivorClasses)[number];

export interface Survivor {
  /** The mutant's name. */
  readonly mutant: string;
  readonly class: SurvivorClass;
  readonly because: string;
}

const form = `It is a map of ${survivorClasses.join(', ')}, each a list of groups with 'because' and 'mutants'.`;

/** Reads the list: by class groups of mutants that share one reason. Raises UserError where it is not such a list. */
export function readSurvivors(text: string, file: string): readonly Survivor[] {
  const data: unknown = parse(text);
  if (typeof data !== 'object' || data === null) throw new UserError(`${file}: a map of classes was expected`, form);
  const unknown = Object.keys(data).filter((key) => !survivorClasses.some((one) => one === key));
  if (unknown.length > 0) throw new UserError(`${file}: there is no class ${unknown.join(', ')}`, form);
  const given = new Map<string, unknown>(Object.entries(data));
  return survivorClasses.flatMap((name) => {
    const groups: unknown = given.get(name) ?? [];
    if (!Array.isArray(groups)) throw new UserError(`${file}: ${name} is no list of groups`, form);
    return groups.flatMap((group: unknown) => readGroup(group, name, file));
  });
}

function readGroup(group: unknown, name: SurvivorClass, file: string): readonly Survivor[] {
  const given = new Map<string, unknown>(typeof group === 'object' && group !== null ? Object.entries(group) : []);
  const because = given.get('because');
  const mutants = given.get('mutants');
  if (typeof because !== 'string' || because === '' || !Array.isArray(mutants) || mutants.length === 0) {
    throw new UserError(`${file}: a group of ${name} lacks its reason or its mutants`, form);
  }
  return mutants.map((mutant) => ({ mutant: String(mutant), class: name, because }));
}

/** What is wrong between the list and the mutants: one sentence each, with what to do. */
export function disagreements(mutants: readonly Mutant[], survivors: readonly Survivor[]): readonly string[] {
  const survived = new Set(mutants.filter(({ fate }) => fate === 'survived' || fate === 'no-coverage').map(({ name }) => name));
  const known = new Set(mutants.map(({ name }) => name));
  const listed = survivors.map(({ mutant }) => mutant);
  return [
    ...[...survived].filter((name) => !listed.includes(name))
      .map((name) => `survives and is not listed, write a scenario or say why not: ${name}`),
    ...listed.filter((name) => known.has(name) && !survived.has(name)).map((name) => `is listed and noticed, take it out: ${name}`),
    ...listed.filter((name) => !known.has(name)).map((name) => `is listed and there is no such mutant, take it out: ${name}`),
    ...listed.filter((name, index) => listed.indexOf(name) !== index).map((name) => `is listed twice: ${name}`),
  ];
}
