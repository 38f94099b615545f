// The only place that prints what is to be said of one clause.

import type { Clause } from '../conformance/spec.ts';
import type { ScenarioRow } from './listing.ts';
import { scenarioTable } from './listing.ts';
import { paint } from './paint.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

interface Look {
  readonly colours: boolean;
  readonly width: number;
}

/** Scenarios of which it is the primary clause come before those that check it by the way. */
export function clausePage(clause: Clause, scenarios: readonly ScenarioRow[], look: Look): string {
  const { strong, faint } = paint(look.colours);
  const owed = clause.since === null && clause.until === null ? 'every Python from 3.7 on'
    : [clause.since === null ? '' : `from ${clause.since} on`, clause.until === null ? '' : `before ${clause.until}`].filter(Boolean).join(', ');
  return [
    `${strong(visible(clause.id))}  ${clause.level}, ${clause.class}`, '',
    ...wrap(visible(clause.text), look.width - 2).map((line) => `  ${line}`), '',
    `  ${faint('document')}  ${visible(clause.link)}  (${clause.sentences.map(visible).join(', ')})`,
    `  ${faint('owed by')}   ${owed}`,
    `  ${faint('written')}   ${visible(clause.file)}:${clause.line}`, '',
    scenarios.length === 0 ? 'No scenario checks it.\n' : scenarioTable(scenarios, look),
  ].join('\n');
}
