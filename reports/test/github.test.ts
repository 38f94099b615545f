import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../conformance/report.ts';
import type { Result } from '../../conformance/result.ts';
import { aClause, aResult, aScenario, aSpec } from '../../conformance/test/made-up.ts';
import { githubReporter } from '../github.ts';
import { aReport, aReportWith, judged, options, streamsOf } from './a-report.ts';
import { commandsOf } from './rules.ts';

const reporting = suite('the commands of GitHub Actions');

reporting('an annotation says what was expected, what came, and what to do, at its line', () => {
  const [found] = commandsOf(githubReporter(aReport(), options)).filter(({ properties }) => properties['line'] !== undefined);
  assert.equal(found?.properties, { file: 'spec/scenarios/cancel/denied.yaml', line: '9', title: 'cancel/denied: What cancel/denied is about It is said so.' });
  assert.equal(found?.message.split('\n'), [
    'expected False, saw "three words here"', 'on python:3.8', 'must task.cancel.deny: It may deny the request. It is said so.', 'taskspec show cancel/denied --as python',
  ]);
});

reporting('there are ten, what most implementations show first, and it says how many there are not', () => {
  const ids = Array.from({ length: 14 }, (_, index) => `cancel/n${index}`);
  const spec = aSpec([aClause({ id: 'task.done.one' })], ids.map((id) => aScenario({ id })));
  const crash = (scenario: string): Result => aResult({ scenario, weight: 'red', verdict: { kind: 'crash', how: 'it fell' } });
  const report = reportOf(spec, streamsOf(spec, [
    judged('a', ids.map(crash)), judged('b', ids.map((scenario) => (scenario === 'cancel/n13' ? crash(scenario) : aResult({ scenario })))),
  ]));
  const text = githubReporter(report, options);
  assert.is(commandsOf(text).length, 10);
  assert.match(commandsOf(text)[0]?.properties['title'] ?? '', /^cancel\/n13: /u);
  assert.match(text, /and 4 more annotations that GitHub would not show/u);
});

reporting('percent signs and line breaks of others are not ours', () => {
  const [found] = commandsOf(githubReporter(aReportWith('100%0A::error::b\n%25'), options)).filter(({ properties }) => properties['line'] !== undefined);
  assert.match(found?.message ?? '', /saw "100%0A::error::b\\n%25"/u);
  assert.is(found?.message.split('\n').length, 4);
});

reporting.run();
