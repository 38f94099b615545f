import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Overview } from '../../conformance/overview.ts';
import { consoleReport } from '../console.ts';
import { golden } from './golden.ts';
import { found, implementation, many, one, row, several } from './made-up.ts';

const reporting = suite('the report for the terminal');
const plain = { colours: false, width: 100, all: false };
const lengths = (text: string): number => Math.max(...text.split('\n').map((line) => [...line].length));

reporting('one implementation: sums, differences in brief, failures in full, the conclusion last', () => {
  golden('console-one.txt', consoleReport(one, plain));
});

reporting('several: sums side by side, where they differ, the same failure once', () => {
  golden('console-several.txt', consoleReport(several, plain));
});

reporting('in colour, and every scenario', () => {
  golden('console-several-in-colour.txt', consoleReport(several, { colours: true, width: 100, all: true }));
});

reporting('columns that do not fit beside each other come in further tables', () => {
  golden('console-many.txt', consoleReport(many, { ...plain, width: 80 }));
});

reporting('nothing is wider than the terminal, but for addresses and places', () => {
  for (const width of [72, 80, 120]) {
    const text = consoleReport(several, { ...plain, width }).replaceAll(/.*(?:https:|spec\/scenarios).*\n/gu, '');
    assert.ok(lengths(text) <= width, `${lengths(text)} columns of ${width}`);
  }
});

reporting('what comes from elsewhere cannot act on the terminal', () => {
  const text = consoleReport(one, plain);
  assert.not.match(text, /[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
});

reporting('colours are all that colour adds', () => {
  const coloured = consoleReport(one, { ...plain, colours: true });
  assert.is(coloured.replaceAll(/\u001b\[\d+m/gu, ''), consoleReport(one, plain));
});

reporting('where nothing differs, it says so', () => {
  const same: Overview = {
    ...several, rows: [row('done/one', 'done', 'must', 'pass', 'pass')],
    implementations: [implementation({ name: 'reference' }), implementation({ name: 'pyodide' })],
  };
  assert.match(consoleReport(same, plain), /Whatever was judged comes out the same on all of them\./u);
});

reporting('of what was never started there are no sums', () => {
  const { description: _, ...about } = implementation({ name: 'python:3.99' });
  const text = consoleReport({ ...one, implementations: [{ ...about, description: null, conclusion: 'failed' }] }, plain);
  assert.match(text, /python:3\.99 {2}not started/u);
  assert.not.match(text, /^ {2}core/mu);
});

reporting('outcomes that fit at once are told as a mistake in the specification', () => {
  const ambiguous = [{ scenario: 'cancel/itself', variants: ['words', 'cpython'] }];
  const wrong: Overview = { ...one, implementations: [implementation({ name: 'reference', ambiguous, conclusion: 'specification wrong' })] };
  const text = consoleReport(wrong, plain);
  assert.match(text, /cancel\/itself: on reference the outcomes words and cpython fit at once/u);
  assert.match(text, /the specification is wrong/u);
});

reporting('beyond twenty, failures are told in a line each, unless all are asked for', () => {
  const failures = Array.from({ length: 22 }, (_, index) => found({ scenario: `cancel/n${index}`, where: index === 21 ? null : found({ scenario: 'x' }).where }));
  const wrong: Overview = { ...one, implementations: [implementation({ name: 'reference', failures })] };
  assert.match(consoleReport(wrong, plain), /And 2 more failures, which --all tells in full\n {2}✘ spec\/scenarios\/cancel\/n20\.yaml:16 {2}expected False, saw True/u);
  assert.not.match(consoleReport(wrong, { ...plain, all: true }), /more failures/u);
});

reporting('a difference is told against the nearest outcome by name, and shows where it is cut off', () => {
  const differences = [found({ scenario: 'cancel/one', where: null, variant: 'cpython+pure' }), found({ scenario: 'cancel/two', where: null, seen: '[outer, inner], '.repeat(40) })];
  const other: Overview = { ...one, implementations: [implementation({ name: 'reference', differences })] };
  const lines = consoleReport(other, plain).split('\n');
  assert.ok(lines.some((line) => line.includes('(as cpython+pure, the nearest), saw')), lines.join('\n'));
  assert.ok(lines.some((line) => line.includes('[outer, inner]') && line.endsWith('…')), lines.join('\n'));
});

reporting('differences beyond ten are counted, unless all are asked for', () => {
  const differences = Array.from({ length: 12 }, (_, index) => found({ scenario: `cancel/n${index}`, where: null, expected: null }));
  const other: Overview = { ...one, implementations: [implementation({ name: 'reference', differences })] };
  assert.match(consoleReport(other, plain), /and 2 others: --all/u);
  assert.not.match(consoleReport(other, { ...plain, all: true }), /others: --all/u);
});

reporting('a run of nothing but passes ends with its conclusion', () => {
  const good: Overview = { ...one, rows: [row('done/one', 'done', 'must', 'pass')], implementations: [implementation({ name: 'reference' })] };
  assert.match(consoleReport(good, plain), /reference {2}conforms\n$/u);
});

reporting('no implementation, no failure', () => {
  assert.type(consoleReport({ ...one, implementations: [], rows: [] }, plain), 'string');
});

reporting.run();
