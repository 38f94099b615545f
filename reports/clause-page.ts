// The only place that prints what is to be said of one clause.

import type { ProvedBy } from '../conformance/coverage.ts';
import type { KnownOf } from '../conformance/divergences.ts';
import type { LedgerRow } from '../conformance/ledger.ts';
import type { Clause } from '../conformance/spec.ts';
import { count } from './count.ts';
import type { ScenarioRow } from './listing.ts';
import { scenarioTable } from './listing.ts';
import { paint } from './paint.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

const left = { align: 'left' } as const;

interface Look {
  readonly colours: boolean;
  readonly width: number;
}

/** What stands behind a clause: the sentences that it rests on, the wrong Tasks that show that its checks can fail, and what real ones do. */
export interface Grounds {
  readonly sentences: readonly LedgerRow[];
  readonly provedBy: readonly ProvedBy[];
  readonly known: readonly KnownOf[];
}

/** Scenarios of which it is the primary clause come before those that check it by the way. */
export function clausePage(clause: Clause, scenarios: readonly ScenarioRow[], grounds: Grounds, look: Look): string {
  const colour = paint(look.colours);
  const { strong, faint } = colour;
  const owed = clause.since === null && clause.until === null ? 'every Python from 3.7 on'
    : [clause.since === null ? '' : `from ${clause.since} on`, clause.until === null ? '' : `before ${clause.until}`].filter(Boolean).join(', ');
  return [
    `${strong(visible(clause.id))}  ${clause.level}, ${clause.class}`, '',
    ...wrap(visible(clause.text), look.width - 2).map((line) => `  ${line}`), '',
    `  ${faint('document')}  ${visible(clause.link)}  (${clause.sentences.map(visible).join(', ')})`,
    ...sentenceLines(clause, grounds, faint),
    `  ${faint('owed by')}   ${owed}`,
    `  ${faint('written')}   ${visible(clause.file)}:${clause.line}`,
    ...proofLines(grounds, scenarios, look, colour), '',
    scenarios.length === 0 ? 'No scenario checks it.\n' : scenarioTable(scenarios, look),
    ...knownLines(grounds, look, colour),
  ].join('\n');
}

/** Each sentence by its place; where a clause is observed, they are silent about it. */
function sentenceLines({ level }: Clause, { sentences }: Grounds, faint: Paint['faint']): readonly string[] {
  const cells = sentences.map(({ id, place, kind, byReference }, index) => [
    { text: index === 0 ? (level === 'observed' ? 'silent' : 'says so') : '', colour: faint },
    { text: visible(id) }, { text: visible(`${place.page} › ${place.section} › ${place.anchor}`) },
    { text: byReference ? `${kind}, by reference` : kind, colour: faint },
  ]);
  return table([[{ text: 'document' }], ...cells], [left, left, left, left]).slice(1).map((line) => `  ${line}`);
}

function proofLines({ provedBy }: Grounds, scenarios: readonly ScenarioRow[], look: Look, colour: Paint): readonly string[] {
  if (provedBy.length === 0) {
    return scenarios.length === 0 ? [] : [`  ${colour.faint('proven')}    ${colour.warning('not yet: no wrong Task that breaks it is caught by a check of it')}`];
  }
  const lines = provedBy.flatMap(({ task, language, scenarios: caught }) =>
    wrap(`${visible(task)} (${language}), caught in ${count(caught.length, 'scenario')}: ${caught.map(visible).join(', ')}`, look.width - 12));
  return lines.map((line, index) => `  ${index === 0 ? colour.faint('proven by') : '         '} ${line}`);
}

/** What real implementations were seen to do where it is not what the words say. */
function knownLines({ known }: Grounds, look: Look, colour: Paint): readonly string[] {
  if (known.length === 0) return [];
  const lines = known.flatMap(({ scenario, outcome, on }) => [
    `  ${visible(scenario)}  ${colour.note(visible(outcome))}`, ...wrap(on.map(visible).join(', '), look.width - 6).map((line) => `      ${line}`),
  ]);
  return [colour.strong('Known of real implementations'), ...lines, ''];
}
