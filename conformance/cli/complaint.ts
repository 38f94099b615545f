// The only place that words an AdapterError for the terminal.

import { visible } from '../../reports/visible.ts';
import type { AdapterError } from '../adapter.ts';

/** With the name of the implementation, where the message does not begin with it. What an adapter printed keeps its lines. */
export function complaintOf({ message, hint }: AdapterError, name: string): string {
  const whole = name === '' || message.startsWith(name) ? message : `${name}: ${message}`;
  const shown = (text: string): string => text.split('\n').map(visible).join('\n  ');
  return `taskspec: ${shown(whole)}\n  ${shown(hint)}\n`;
}
