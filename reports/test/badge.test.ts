import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../conformance/report.ts';
import type { Report } from '../../conformance/report.ts';
import type { Class } from '../../conformance/spec.ts';
import type { Judged } from '../../conformance/result.ts';
import { badgeReporter, coverageBadge } from '../badge.ts';
import { aSpecWith, judged, options, passing, resultsWith, streamsOf } from './a-report.ts';
import { rules } from './rules.ts';

const reporting = suite('badges');
const spec = aSpecWith('');
const of = (...all: readonly Judged[]): Report => reportOf(spec, streamsOf(spec, all));
const badge = (report: Report, only: Class | null = null): Readonly<Record<string, unknown>> => JSON.parse(badgeReporter(report, { ...options, class: only }));

reporting('all of it passes: bright green, and how many', () => {
  assert.equal(badge(of(judged('fake', passing))), { schemaVersion: 1, label: 'asyncio.Task on fake', message: '13 passed', color: 'brightgreen' });
});

reporting('a class has its own figures', () => {
  const report = of(judged('fake', resultsWith('').filter(({ scenario }) => scenario.startsWith('cancel/') || scenario === 'done/returned')));
  const cancellation = badge(report, 'cancellation');
  assert.equal([cancellation['message'], cancellation['color']], ['5 failed, 1 warned of, 1 differ', 'red']);
  assert.equal([badge(report, 'core')['message'], badge(report, 'core')['color']], ['1 passed, 5 not selected', 'yellow']);
  assert.equal([badge(report, 'stacks')['message'], badge(report, 'stacks')['color']], ['no scenario', 'lightgrey']);
});

reporting('what was not even selected keeps it from green', () => {
  assert.equal(badge(of(judged('fake', passing.slice(0, 3))))['color'], 'yellow');
});

reporting('of several it says how many pass whole, in the colour of the worst', () => {
  const two = badge(of(judged('one', passing), judged('two', passing)));
  assert.equal([two['message'], two['color']], ['2 of 2 pass', 'brightgreen']);
  const worse = badge(of(judged('one', passing), judged('two', resultsWith(''))));
  assert.equal([worse['message'], worse['color'], worse['isError']], ['1 of 2 pass', 'red', true]);
});

reporting('coverage is never rounded up', async () => {
  const told = (covered: number, total: number): readonly unknown[] => {
    const { message, color } = JSON.parse(coverageBadge('document', covered, total));
    return [message, color];
  };
  assert.equal(told(999, 1000), ['99 %, 999 of 1000', 'yellow']);
  assert.equal(told(7, 7), ['100 %, 7 of 7', 'brightgreen']);
  assert.equal(told(1, 7), ['14 %, 1 of 7', 'red']);
  assert.equal(told(0, 0), ['nothing to cover', 'lightgrey']);
  assert.equal(await rules['badge']?.(coverageBadge('document', 1, 7)), []);
});

reporting.run();
