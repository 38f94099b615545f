// The only place that reads `--timeout`.

import type { Budget } from '../adapter.ts';
import { defaultBudget } from '../run.ts';
import type { Arguments, Option } from './arguments.ts';
import { UserError } from './user-error.ts';

export const timeoutOption: Option = {
  name: 'timeout', value: '<seconds>', help: `real time for each scenario before it counts as hung; ${defaultBudget.wallMilliseconds / 1000} by default`,
};

/** The default budget, but for the wall clock where the call says so. */
export function budgetOption(call: Arguments): Budget {
  const text = call.value(timeoutOption.name);
  if (text === undefined) return defaultBudget;
  const seconds = Number(text);
  if (!/^\d+(\.\d+)?$/u.test(text) || seconds <= 0 || seconds > 86_400) {
    throw new UserError(`--timeout ${text} is no number of seconds`, 'Write one above 0 and up to a day, such as 2.5.');
  }
  return { ...defaultBudget, wallMilliseconds: seconds * 1000 };
}
