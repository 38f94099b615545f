// The only place for the options that choose scenarios; every command that works on some of them has the same.

import { everything, select } from '../select.ts';
import type { Selection } from '../select.ts';
import type { Scenario, Spec } from '../spec.ts';
import type { Arguments, Option } from './arguments.ts';
import { didYouMean } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

export const selectionOptions: readonly Option[] = [
  { name: 'filter', value: '<pattern>', help: 'scenarios by id: cancel/*, a part of an id, a file; may be repeated' },
  { name: 'clause', value: '<clause>', help: 'scenarios that check a clause, by id or pattern; may be repeated' },
  { name: 'member', value: '<member>', help: 'scenarios about a member of Task, such as cancel; may be repeated' },
  { name: 'class', value: '<class>', help: 'scenarios of a conformance class, such as core; may be repeated' },
];

export const specOption: Option = { name: 'spec', value: '<folder>', help: 'a specification of your own instead of the suite’s' };

export function selectionOf(call: Arguments): Selection {
  return {
    ...everything,
    patterns: call.list('filter'),
    clauses: call.list('clause'),
    members: call.list('member'),
    classes: call.list('class'),
  };
}

/** The scenarios selected. Throws UserError where a name does not exist or nothing is selected. */
export function scenariosOf(spec: Spec, selection: Selection): readonly Scenario[] {
  const selected = select(spec, selection);
  switch (selected.kind) {
    case 'scenarios':
      return selected.scenarios;
    case 'unknown': {
      const hint = didYouMean(selected.name, selected.known, 'taskspec list --clauses shows them.');
      throw new UserError(`there is no ${selected.what} ${selected.name}`, hint);
    }
    case 'nothing':
      throw new UserError('no scenario is selected', 'taskspec list shows all of them; the options together must fit.');
  }
}
