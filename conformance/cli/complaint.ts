// The only place that words an AdapterError for the terminal.

import { visible } from '../../reports/visible.ts';
import type { AdapterError } from '../adapter.ts';

/** With the name of the implementation once, also where the message begins with what stands behind its colon. What an adapter printed keeps its lines. */
export function complaintOf({ message, hint }: AdapterError, name: string): string {
  const shown = (text: string): string => text.split('\n').map(visible).join('\n  ');
  return `taskspec: ${shown(named(message, name))}\n  ${shown(hint)}\n`;
}

function named(message: string, name: string): string {
  if (name === '' || message.startsWith(name)) return message;
  const where = name.slice(name.indexOf(':') + 1);
  return message.startsWith(`${where}:`) ? `${name}${message.slice(where.length)}` : `${name}: ${message}`;
}
