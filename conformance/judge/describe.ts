// The only place that says in words what was expected and what was seen.

import type { Form, Outcome, Pattern } from '../expectation.ts';
import type { Constant } from '../program.ts';
import type { Value } from '../trace.ts';
import type { Seen } from './match.ts';

const constant = (value: Constant): string => {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
};

const listed = (items: readonly string[]): string => `[${items.join(', ')}]`;

/** Levels of a value that are told; an implementation can nest its values as deep as it likes. */
const DEEPEST = 20;

/** A value as Python would say it, objects by their names. */
export const describeValue = (value: Value): string => describeWithin(value, 0);

function describeWithin(value: Value, depth: number): string {
  if (value === null || typeof value !== 'object') return constant(value);
  if (depth > DEEPEST) return '…';
  const described = (items: readonly Value[]): string => items.map((item) => describeWithin(item, depth + 1)).join(', ');
  if ('set' in value) return value.set.length === 0 ? 'set()' : `{${described(value.set)}}`;
  if ('error' in value) return `${value.error}(${described(value.args)})${named(value.names)}`;
  if ('frame' in value) return value.frame === '...' ? '...' : `${value.frame}${position(value.at)}`;
  if ('object' in value) {
    const [name] = value.names ?? [];
    return name === undefined ? `a ${value.object} without a name here` : `the ${value.object} ${(value.names ?? []).join(' = ')}`;
  }
  return `[${described(value)}]`;
}

const named = (names: readonly string[] | undefined): string => (names && names.length > 0 ? ` (${names.join(' = ')})` : '');

const position = (at: number | 'start' | null): string => (at === null ? '' : at === 'start' ? ' at start' : ` at step ${at}`);

export function describePattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'constant':
      return constant(pattern.value);
    case 'list':
      return listed(pattern.items.map(describePattern));
    case 'name':
      return `the very object ${pattern.name}`;
    case 'exception':
      return pattern.args === null ? pattern.type : `${pattern.type}(${pattern.args.map(describePattern).join(', ')})`;
    case 'frame':
      return pattern.name === '...' ? '...' : `${pattern.name}${position(pattern.at)}`;
  }
}

export function describeForm(form: Form): string {
  switch (form.kind) {
    case 'is':
      return describePattern(form.pattern);
    case 'is_not':
      return `anything but the very object ${form.name}`;
    case 'raises':
      return `raises ${describePattern(form.pattern)}`;
    case 'unordered':
      return `exactly, in any order, ${listed(form.items.map(describePattern))}`;
    case 'contains':
      return `contains ${listed(form.items.map(describePattern))}`;
    case 'lacks':
      return `does not contain ${listed(form.items.map(describePattern))}`;
    case 'ends_with':
      return `ends with ${listed(form.items.map(describePattern))}`;
    case 'one_of':
      return form.choices.map(describeForms).join(', or ');
  }
}

export const describeForms = (forms: readonly Form[]): string => forms.map(describeForm).join(' and ') || 'to be reached';

/** What an outcome expects the nth time (from 1). */
export function describeOutcome(outcome: Outcome, nth: number): string {
  const each = outcome.each?.[nth - 1];
  return describeForms([...outcome.forms, ...(each ?? [])]);
}

export function describeSeen(seen: Seen): string {
  return seen.kind === 'value' ? describeValue(seen.value) : `raised ${describeValue(seen.error)}`;
}

export const ordinal = (nth: number): string => {
  const last = nth % 100 > 10 && nth % 100 < 14 ? 0 : nth % 10;
  return `${nth}${last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
};
