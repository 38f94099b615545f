// The only place that knows when what was seen is what was expected.

import type { Form, Pattern } from '../expectation.ts';
import type { Value } from '../trace.ts';

/** What a step showed: a value, or an exception that came. */
export type Seen = { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'raised'; readonly error: Value };

/** Whether a form holds of what was seen. */
export function holds(form: Form, seen: Seen): boolean {
  switch (form.kind) {
    case 'is':
      return seen.kind === 'value' && matches(form.pattern, seen.value);
    case 'raises':
      return seen.kind === 'raised' && matches(form.pattern, seen.error);
    case 'is_not':
      return !namesOf(seen.kind === 'value' ? seen.value : seen.error).includes(form.name);
    case 'unordered': {
      const members = membersOf(seen);
      return members !== null && members.length === form.items.length && pairUp(form.items, members);
    }
    case 'contains': {
      const members = membersOf(seen);
      return members !== null && form.items.every((item) => members.some((member) => matches(item, member)));
    }
    case 'lacks': {
      const members = membersOf(seen);
      return members !== null && !form.items.some((item) => members.some((member) => matches(item, member)));
    }
    case 'ends_with': {
      if (seen.kind !== 'value' || !isList(seen.value)) return false;
      const last = seen.value.slice(-form.items.length);
      return last.length === form.items.length && form.items.every((item, index) => matchesAt(item, last, index));
    }
    case 'one_of':
      return form.choices.some((forms) => forms.every((inner) => holds(inner, seen)));
  }
}

/** Whether a value is what a pattern says. */
export function matches(pattern: Pattern, value: Value): boolean {
  switch (pattern.kind) {
    case 'constant':
      return value === pattern.value;
    case 'list':
      return isList(value) && value.length === pattern.items.length
        && pattern.items.every((item, index) => matchesAt(item, value, index));
    case 'name':
      return namesOf(value).includes(pattern.name);
    case 'exception': {
      if (!isRecord(value) || !('error' in value) || value.error !== pattern.type) return false;
      const { args } = pattern;
      return args === null
        || (args.length === value.args.length && args.every((argument, index) => matchesAt(argument, value.args, index)));
    }
    case 'frame':
      if (value === '...') return pattern.name === '...';
      return isRecord(value) && 'frame' in value && value.frame === pattern.name
        && (pattern.at === null || value.at === pattern.at);
  }
}

function matchesAt(pattern: Pattern, values: readonly Value[], index: number): boolean {
  const value = values[index];
  return value !== undefined && matches(pattern, value);
}

/** Whether each pattern can have a member of its own; a member that is taken is given up where its pattern fits another. */
function pairUp(patterns: readonly Pattern[], members: readonly Value[]): boolean {
  const takenBy = new Map<number, Pattern>();
  const place = (pattern: Pattern, tried: Set<number>): boolean => members.some((member, index) => {
    if (tried.has(index) || !matches(pattern, member)) return false;
    tried.add(index);
    const other = takenBy.get(index);
    if (other !== undefined && !place(other, tried)) return false;
    takenBy.set(index, pattern);
    return true;
  });
  return patterns.every((pattern) => place(pattern, new Set()));
}

function membersOf(seen: Seen): readonly Value[] | null {
  if (seen.kind === 'raised') return null;
  const { value } = seen;
  if (isList(value)) return value;
  return isRecord(value) && 'set' in value ? value.set : null;
}

function namesOf(value: Value): readonly string[] {
  return isRecord(value) && 'names' in value ? value.names ?? [] : [];
}

type Simple = null | boolean | number | string;

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

const isRecord = (value: Value): value is Exclude<Value, Simple | readonly Value[]> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
