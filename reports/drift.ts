// The only place that prints how another version of the document differs from the one that the suite is about.

import { isNormative } from '../conformance/document/drift.ts';
import type { Addition, Drift, Fate } from '../conformance/document/drift.ts';
import type { Touched } from '../conformance/document/touched.ts';
import { count } from './count.ts';
import { paint } from './paint.ts';
import type { Paint } from './paint.ts';
import { visible } from './visible.ts';
import { wrap } from './wrap.ts';

export interface DriftLook {
  readonly colours: boolean;
  readonly width: number;
  /** Unchanged sentences, too. */
  readonly all: boolean;
  /** The version that the ledger is of. */
  readonly document: string;
}

type Colour = keyof Paint;

const colours: Readonly<Record<Fate['kind'] | 'new', Colour>> = {
  unchanged: 'faint', reworded: 'warning', moved: 'warning', gone: 'bad', unseen: 'faint', new: 'note',
};

/** Definition by definition what changed, then what moved, what could not be seen, and the sums. */
export function driftReport(drift: Drift, touched: Touched, look: DriftLook): string {
  const colour = paint(look.colours);
  const shown = drift.fates.filter(({ kind }) => kind !== 'unseen' && (look.all || kind !== 'unchanged'));
  const anchors = new Set([...shown.map(({ row }) => row.place.anchor), ...drift.additions.map(({ anchor }) => anchor)]);
  return [
    `${colour.strong(`The document of ${look.document}`)} and ${drift.pages.slice(0, 1).map(visible).join('')}`, '',
    ...[...anchors].flatMap((anchor) => [
      colour.strong(visible(anchor)),
      ...shown.filter(({ row }) => row.place.anchor === anchor).flatMap((fate) => fateLines(fate, touched, look, colour)),
      ...drift.additions.filter((one) => one.anchor === anchor).flatMap((one) => additionLines(one, look, colour)),
      '',
    ]),
    ...moveLines(drift, look, colour),
    ...unseenLines(drift, look, colour),
    ...sums(drift, touched, look, colour),
    '',
  ].join('\n');
}

function fateLines(fate: Fate, touched: Touched, look: DriftLook, colour: Paint): readonly string[] {
  const note = fate.kind === 'reworded' ? `  ${Math.round(fate.likeness * 100)} % alike` : fate.kind === 'moved' ? `  now of ${visible(fate.found.part.anchor)}` : '';
  const head = `  ${colour[colours[fate.kind]](fate.kind.padEnd(9))}  ${visible(fate.row.id)}  ${colour.faint(`${fate.row.standing.kind === 'clause' ? fate.row.kind : fate.row.standing.kind}${note}`)}`;
  const { clauses, scenarios } = touched.of(fate.row);
  const text = fate.kind === 'reworded' ? wrap(visible(fate.found.piece.text), look.width - 13).map((line) => `             ${line}`) : [];
  const reach = fate.kind === 'unchanged' || clauses.length === 0 ? []
    : wrap(`${clauses.map(visible).join(', ')} (${count(scenarios.length, 'scenario')})`, look.width - 13).map((line) => `             ${colour.faint(line)}`);
  return [head, ...text, ...reach];
}

function additionLines({ kind, text }: Addition, look: DriftLook, colour: Paint): readonly string[] {
  const [first = '', ...more] = kind === 'example' || kind === 'output' ? text.split('\n').map(visible) : wrap(visible(text), look.width - 13);
  return [`  ${colour[colours.new]('new      ')}  ${first}`, ...more.map((line) => `             ${line}`.trimEnd())];
}

function moveLines({ moves }: Drift, look: DriftLook, colour: Paint): readonly string[] {
  if (moves.length === 0) return [];
  const lines = moves.map(({ anchor, from, to }) => `  ${visible(anchor)}  from ${from.page}#${from.section} to ${visible(to.page)}#${visible(to.section ?? '')}`);
  return [colour.strong('Moved'), ...lines.flatMap((line) => wrap(line, look.width - 4).map((part, index) => (index === 0 ? `  ${part}` : `    ${part}`))), ''];
}

/** Rows by page, each page with what would let them be seen. */
function unseenLines({ fates }: Drift, look: DriftLook, colour: Paint): readonly string[] {
  const unseen = fates.flatMap((fate) => (fate.kind === 'unseen' ? [fate] : []));
  const groups = new Map<string, string[]>();
  for (const { row, why } of unseen) {
    const head = why === 'not on this page' ? `outside the Task section, on ${row.place.page}: give that page as a whole, too` : 'left out of this page, which only tells of it';
    groups.set(head, [...(groups.get(head) ?? []), row.id]);
  }
  if (groups.size === 0) return [];
  return [
    colour.strong('Not seen'),
    ...[...groups].flatMap(([head, ids]) => [`  ${head}`, ...wrap(ids.join(', '), look.width - 4).map((line) => `    ${colour.faint(line)}`)]),
    '',
  ];
}

function sums({ fates }: Drift, { totals }: Touched, look: DriftLook, colour: Paint): readonly string[] {
  const parts = (['unchanged', 'reworded', 'moved', 'gone', 'new', 'unseen'] as const)
    .filter((kind) => kind === 'unchanged' || totals[kind] > 0)
    .map((kind) => ({ kind, text: `${totals[kind]} ${kind === 'unseen' ? 'not seen' : kind}` }));
  const changes = fates.some(isNormative) || totals.new > 0;
  const verdict = !changes ? 'Nothing normative changed.'
    : `Something normative changed: ${count(totals.normative, 'sentence')} that ${totals.normative === 1 ? 'yields' : 'yield'} ${count(totals.clauses, 'clause')}, which ${count(totals.scenarios, 'scenario')} ${totals.scenarios === 1 ? 'checks' : 'check'}; and ${count(totals.new, 'new sentence')} to read.`;
  return [
    parts.map(({ kind, text }) => colour[colours[kind]](text)).join(', '),
    ...wrap(verdict, look.width).map((line) => (changes ? colour.warning(line) : colour.good(line))),
  ];
}
