// The only place that reads `--timeout`.

import type { Arguments } from './arguments.ts';
import { UserError } from './user-error.ts';

/** Seconds, or null where nothing was said. */
export function secondsOption(call: Arguments): number | null {
  const text = call.value('timeout');
  if (text === undefined) return null;
  const seconds = Number(text);
  if (!/^\d+(\.\d+)?$/u.test(text) || seconds <= 0 || seconds > 86_400) {
    throw new UserError(`--timeout ${text} is no number of seconds`, 'Write one above 0 and below a day, such as 2.5.');
  }
  return seconds;
}
