import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../conformance/report.ts';
import type { Report } from '../../conformance/report.ts';
import type { Judged } from '../../conformance/result.ts';
import { aClause, aResult, aScenario, aSpec } from '../../conformance/test/made-up.ts';
import { sarifReporter } from '../sarif.ts';
import { aReport, aSpecWith, judged, options, resultsWith, streamsOf } from './a-report.ts';
import { rules } from './rules.ts';

const reporting = suite('SARIF');

interface Found {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: { readonly startLine: number } } }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}
const runOf = (report: Report): { readonly results: readonly Found[]; readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } } } =>
  JSON.parse(sarifReporter(report, options)).runs[0];
const fingerprints = (report: Report): readonly unknown[] => runOf(report).results.map(({ partialFingerprints }) => Object.values(partialFingerprints)[0]);
const reported = (...all: readonly Judged[]): Report => {
  const spec = aSpecWith('');
  return reportOf(spec, streamsOf(spec, all));
};

reporting('each clause is a rule, and each failing scenario a result that names its rule and its line', () => {
  const { results, tool: { driver } } = runOf(aReport());
  assert.equal(driver.rules.map(({ id }) => id), ['task.cancel.deny', 'task.cancel.polite', 'task.cancel.cycles', 'task.done.one']);
  for (const { ruleId, ruleIndex } of results) assert.is(driver.rules[ruleIndex]?.id, ruleId);
  assert.equal(results.map(({ level }) => level), ['error', 'error', 'error', 'error', 'error', 'warning', 'note']);
  const [first] = results;
  assert.equal(first?.locations[0]?.physicalLocation.region, { startLine: 9, startColumn: 5 });
  assert.is(first?.locations[0]?.physicalLocation.artifactLocation.uri, 'spec/scenarios/cancel/denied.yaml');
});

reporting('the same failure of several implementations is one alert, and stays the same when another one joins', () => {
  const one = reported(judged('a', resultsWith('')));
  const two = reported(judged('a', resultsWith('')), judged('b', resultsWith('')));
  assert.equal(fingerprints(two), fingerprints(one));
  assert.match(runOf(two).results[0]?.message.text ?? '', /\(on a, b\)$/u);
});

reporting('another outcome is another alert', () => {
  assert.is.not(fingerprints(reported(judged('a', resultsWith('')))).at(0), fingerprints(reported(judged('a', resultsWith('other')))).at(0));
});

reporting('no fingerprint comes twice in a file', () => {
  const all = fingerprints(aReport());
  assert.is(new Set(all).size, all.length);
});

reporting('of more results than are taken, the gravest are there, and it says how many are not', () => {
  const ids = Array.from({ length: 6_000 }, (_, index) => `cancel/n${index}`);
  const spec = aSpec([aClause({ id: 'task.done.one' })], ids.map((id) => aScenario({ id })));
  const results = ids.map((scenario, index) => aResult({
    scenario, weight: index === 5_999 ? 'red' : 'information', verdict: { kind: 'crash', how: 'x'.repeat(2_000) },
  }));
  const report = reportOf(spec, streamsOf(spec, [judged('fake', results)]));
  const text = sarifReporter(report, options);
  assert.ok(Buffer.byteLength(text) < 10_000_000);
  const [{ results: kept, invocations: [{ toolExecutionNotifications: [note] }] }] = JSON.parse(text).runs;
  assert.is(kept.length, 5_000);
  assert.is(kept[0].level, 'error');
  assert.match(note.message.text, /^1000 more results/u);
});

reporting('a file elsewhere on the machine has an address that is one', async () => {
  const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a', file: '/my specs/100%/a#b?.yaml' })]);
  const text = sarifReporter(reportOf(spec, streamsOf(spec, [judged('fake', [aResult({ scenario: 'a', weight: 'red', verdict: { kind: 'crash', how: 'it fell' } })])])), options);
  assert.match(text, /"uri":"file:\/\/\/my%20specs\/100%25\/a%23b%3F\.yaml"/u);
  assert.equal(await rules['sarif']?.(text), []);
});

reporting('the rules are rules: they refuse what is no SARIF', async () => {
  const text = sarifReporter(aReport(), options);
  for (const broken of [text.replace('"message"', '"massage"'), text.replace('"level":"error"', '"level":"grave"'), text.replace('"2.1.0"', '"2.0.0"')]) {
    assert.is.not((await rules['sarif']?.(broken))?.length, 0);
  }
});

reporting.run();
