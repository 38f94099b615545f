import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Failure } from '../../conformance/baseline/baseline.ts';
import type { Transition } from '../../conformance/baseline/compare.ts';
import { gateReport, type GateFindings } from '../gate.ts';
import { golden } from './golden.ts';
import { found, harm, implementation, one } from './made-up.ts';

const gate = suite('the report of the gate');
const plain = { colours: false, width: 100, all: false };
const entry = (about: Partial<Failure> = {}): Failure => ({
  scenario: 'cancel/deny', verdicts: ['fail'], diverges: null, reason: null, issue: null, versions: null, expires: null, line: 12, ...about,
});
const transitions: readonly Transition[] = [
  { kind: 'target changed', from: '3.7', to: '3.8' },
  { kind: 'capability lost', capability: 'frames' },
  { kind: 'regression', scenario: 'cancel/deny' },
  { kind: 'changed', scenario: 'cancel/other', entry: entry({ scenario: 'cancel/other', reason: `known for years ${harm}`, issue: 'https://example.invalid/1' }) },
  { kind: 'expired', scenario: 'cancel/old', entry: entry({ scenario: 'cancel/old', expires: '2026-06-01' }) },
  { kind: 'lost', scenario: 'get_stack/one', verdict: { kind: 'unsupported', capability: 'frames' } },
  { kind: 'lost', scenario: 'get_stack/two', verdict: { kind: 'not-run', reason: 'cut short' } },
  { kind: 'recorded', scenario: 'done/known', entry: entry({ scenario: 'done/known' }) },
  { kind: 'new', scenario: 'done/new' },
  { kind: 'fixed', scenario: 'done/fixed', entry: entry({ scenario: 'done/fixed' }) },
  { kind: 'stale', scenario: 'done/gone', entry: entry({ scenario: 'done/gone' }) },
];
const overview = { ...one, implementations: [implementation({ name: 'mine', conclusion: 'does not conform', failures: [found({ scenario: 'cancel/deny' })] })] };
const findings = (...some: readonly Transition[]): GateFindings => ({ overview, transitions: some, baseline: 'baseline.yaml', staleFails: true });
const last = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
const of = (...kinds: readonly Transition['kind'][]): readonly Transition[] => transitions.filter(({ kind }) => kinds.includes(kind));

gate('every transition, the regression with its whole story', () => {
  golden('gate.txt', gateReport(findings(...transitions), { ...plain, all: true }));
});

gate('the last line says what it comes to', () => {
  assert.is(last(gateReport(findings(), plain)), 'no regression against baseline.yaml');
  assert.is(last(gateReport(findings(...of('regression')), plain)), '1 regression against baseline.yaml');
  assert.is(last(gateReport(findings(...of('recorded', 'new')), plain)), 'no regression against baseline.yaml (1 failure as recorded, 1 new failure)');
  assert.match(last(gateReport(findings(...of('fixed')), plain)), /but 1 entry of it says too much: renew it with --update/u);
  assert.match(last(gateReport(findings(...of('fixed', 'stale')), plain)), /but 2 entries of it say too much/u);
  assert.is(last(gateReport({ ...findings(...of('fixed')), staleFails: false }, plain)), 'no regression against baseline.yaml');
});

gate('what fails as recorded is only counted, unless all is asked for', () => {
  assert.not.match(gateReport(findings(...of('recorded')), plain), /done\/known/u);
  assert.match(gateReport(findings(...of('recorded')), { ...plain, all: true }), /recorded {2}done\/known fails as the baseline says/u);
});

gate('what a baseline says cannot act on the terminal', () => {
  assert.not.match(gateReport(findings(...transitions), plain), /[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
});

gate.run();
