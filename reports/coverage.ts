// The only place that prints how much of the document is covered, and what is not.

import { provenShare } from '../conformance/coverage.ts';
import type { Divergences } from '../conformance/divergences.ts';
import type { ClauseCoverage, ClauseTally, Coverage, SentenceCoverage, State, Tally } from '../conformance/coverage.ts';
import { count } from './count.ts';
import { paint } from './paint.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import type { Cell } from './table.ts';
import { clip, visible } from './visible.ts';
import { wrap } from './wrap.ts';

export interface CoverageLook {
  readonly colours: boolean;
  readonly width: number;
  /** Each sentence and each clause, not only those that lack something. */
  readonly all: boolean;
  /** What published runs found; null where there are none of this specification. */
  readonly known?: Divergences | null;
}

const left = { align: 'left' } as const;
const right = { align: 'right' } as const;
const colourOf: Readonly<Record<State, keyof Paint>> = { proven: 'good', unproven: 'warning', unchecked: 'bad' };

export function coverageReport(coverage: Coverage, look: CoverageLook): string {
  const colour = paint(look.colours);
  return [
    colour.strong(`Coverage of the document of ${coverage.document}`), '',
    ...sums(coverage, colour), '',
    ...groups('', coverage.members, colour, true), '',
    ...groups('', coverage.classes, colour, false), '',
    ...(look.all ? [...sentenceTable(coverage, look, colour), '', ...clauseTable(coverage.clauses, look, colour), ''] : lacking(coverage, look, colour)),
    ...stale(coverage, look, colour),
    ...onRealOnes(coverage, look, colour), verdict(coverage, colour), '',
  ].join('\n');
}

function sums({ totals }: Coverage, colour: Paint): readonly string[] {
  const { sentences } = totals;
  const clauses = (name: string, tally: ClauseTally): readonly Cell[] => [
    { text: name }, { text: String(tally.all), colour: colour.strong },
    state(`${tally.all - tally.unchecked} checked`, tally.unchecked === 0 ? 'proven' : 'unchecked', colour),
    state(`${tally.proven} proven`, 'proven', colour), state(`${tally.unproven} unproven`, tally.unproven === 0 ? 'proven' : 'unproven', colour),
    state(`${tally.unchecked} unchecked`, tally.unchecked === 0 ? 'proven' : 'unchecked', colour),
  ];
  const lines = table([
    [
      { text: 'sentences' }, { text: String(sentences.all), colour: colour.strong },
      state(`${sentences.accounted} accounted for`, sentences.accounted === sentences.all ? 'proven' : 'unchecked', colour),
      { text: `${sentences.clause} with clauses` }, { text: `${sentences.informative} informative`, colour: colour.faint },
      { text: `${sentences.untestable} untestable`, colour: colour.faint }, { text: `${sentences.byReference} by reference`, colour: colour.faint },
    ],
    clauses('testable clauses', totals.testable), clauses('observed', totals.observed), clauses('contested', totals.contested),
  ], [left, right, left, left, left, left, left]);
  return lines.map((line) => `  ${line}`);
}

const state = (text: string, name: State, colour: Paint): Cell => ({ text, colour: /^0 /u.test(text) ? colour.faint : colour[colourOf[name]] });

type Group = Tally & { readonly name: string; readonly sentences?: Coverage['totals']['sentences'] };

function groups(title: string, rows: readonly Group[], colour: Paint, withSentences: boolean): readonly string[] {
  const heads = [title, ...(withSentences ? ['sentences'] : []), 'testable', 'checked', 'proven', 'unproven', 'observed', 'contested', 'scenarios', 'wrong Tasks'];
  const cells = rows.map(({ name, sentences, testable, observed, contested, scenarios, wrongTasks }): readonly Cell[] => [
    { text: name },
    ...(withSentences && sentences !== undefined ? [{
      text: sentences.accounted === sentences.all ? String(sentences.all) : `${sentences.accounted} of ${sentences.all}`,
      colour: sentences.accounted === sentences.all ? (text: string): string => text : colour.bad,
    }] : []),
    { text: String(testable.all) },
    { text: String(testable.all - testable.unchecked), colour: testable.unchecked === 0 ? (text: string): string => text : colour.bad },
    { text: String(testable.proven), colour: testable.proven === 0 ? colour.faint : colour.good },
    { text: String(testable.unproven), colour: testable.unproven === 0 ? colour.faint : colour.warning },
    { text: String(observed.all), colour: colour.note }, { text: String(contested.all), colour: colour.note },
    { text: String(scenarios) }, { text: String(wrongTasks) },
  ]);
  return table([heads.map((text) => ({ text, colour: colour.faint })), ...cells], [left, ...heads.slice(1).map(() => right)]).map((line) => `  ${line}`);
}

/** Names of clauses and sentences that lack something, in the order of how much. */
function lacking({ clauses, sentences }: Coverage, look: CoverageLook, colour: Paint): readonly string[] {
  const testable = clauses.filter(({ level }) => level !== 'observed' && level !== 'contested');
  const others = clauses.filter(({ level }) => level === 'observed' || level === 'contested');
  const block = (title: string, ids: readonly string[], paintOf: (text: string) => string): readonly string[] => (ids.length === 0 ? [] : [
    paintOf(`${title} (${ids.length})`), ...wrap(ids.map(visible).join('  '), look.width - 2, '  ').map((line) => `  ${line}`), '',
  ]);
  return [
    ...block('Sentences not accounted for', sentences.filter(({ standing, state: own }) => standing.kind === 'clause' && (own === null || own === 'unchecked')).map(({ id }) => id), colour.bad),
    ...block('Testable clauses that no scenario checks', testable.filter((clause) => clause.state === 'unchecked').map(({ id }) => id), colour.bad),
    ...block('Testable clauses that no wrong Task proves', testable.filter((clause) => clause.state === 'unproven').map(({ id }) => id), colour.warning),
    ...block('Observed and contested clauses that no scenario checks', others.filter((clause) => clause.state === 'unchecked').map(({ id }) => id), colour.warning),
  ];
}

function sentenceTable({ sentences }: Coverage, look: CoverageLook, colour: Paint): readonly string[] {
  const rows = sentences.map((sentence): readonly Cell[] => [
    { text: visible(sentence.id), colour: colour.strong },
    { text: sentence.standing.kind, colour: sentence.standing.kind === 'clause' ? (text) => text : colour.faint },
    { text: sentence.state ?? '', colour: sentence.state === null ? colour.faint : colour[colourOf[sentence.state]] },
    { text: sentence.standing.kind === 'clause' ? String(sentence.scenarios.length) : '' },
    { text: sentence.standing.kind === 'clause' ? String(sentence.provedBy.length) : '' },
    { text: clip(saidOf(sentence), Math.max(20, look.width - 69)), colour: colour.faint },
  ]);
  return table([['sentence', 'is', 'state', 'scenarios', 'wrong Tasks', ''].map((text) => ({ text, colour: colour.faint })), ...rows], [left, left, left, right, right, left]).map((line) => `  ${line}`);
}

const saidOf = ({ standing }: SentenceCoverage): string => visible(standing.kind === 'clause' ? standing.clauses.join(', ') : standing.reason);

function clauseTable(clauses: readonly ClauseCoverage[], look: CoverageLook, colour: Paint): readonly string[] {
  const widest = Math.max(0, ...clauses.map(({ id }) => id.length));
  const rows = clauses.map((clause): readonly Cell[] => [
    { text: visible(clause.id), colour: colour.strong }, { text: clause.level, colour: colour.faint },
    { text: clause.state, colour: colour[colourOf[clause.state]] }, { text: String(clause.scenarios.length) },
    { text: clip(clause.provedBy.map(({ task }) => visible(task)).join(', '), Math.max(20, look.width - widest - 40)), colour: colour.faint },
  ]);
  return table([['clause', 'level', 'state', 'scenarios', 'proved by'].map((text) => ({ text, colour: colour.faint })), ...rows], [left, left, left, right, left]).map((line) => `  ${line}`);
}

function stale({ stale: proofs }: Coverage, look: CoverageLook, colour: Paint): readonly string[] {
  if (proofs.length === 0) return [];
  const names = proofs.map(({ task, clause, scenario }) => `${task}: ${scenario === null ? `${clause} is gone` : `${scenario} does not check ${clause}`}`);
  return [
    colour.bad(`Proofs that no longer hold (${proofs.length})`),
    ...names.flatMap((name) => wrap(visible(name), look.width - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`))), '',
  ];
}

/** A wrong Task shows that a check can fail; a real one that differs shows that somebody needs it. */
function onRealOnes({ clauses }: Coverage, { known = null }: CoverageLook, colour: Paint): readonly string[] {
  if (known === null) return [];
  const seen = clauses.filter(({ scenarios }) => scenarios.some((id) => known.scenarios[id] !== undefined));
  const judged = count(Object.keys(known.implementations).length, 'implementation');
  return [colour.note(`${seen.length} of ${count(clauses.length, 'clause')} do not come out by the words on all of ${judged}: taskspec explain <clause>`), ''];
}

function verdict(coverage: Coverage, colour: Paint): string {
  const { testable } = coverage.totals;
  const share = provenShare(coverage);
  if (share === null) return 'No testable clause is among them.';
  const text = `${(Math.floor(share * 10) / 10).toFixed(1)} % of the testable clauses are proven: ${testable.proven} of ${testable.all}`;
  return share === 100 ? colour.good(text) : colour.warning(text);
}
