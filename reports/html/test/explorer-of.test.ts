// A report laid out for the page.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../../conformance/report.ts';
import { aReport, aSpecWith, judged, options, passing, streamsOf } from '../../test/a-report.ts';
import { htmlReporter } from '../../html.ts';
import { explorerOf } from '../explorer-of.ts';

const laying = suite('the data of the explorer');

laying('each thing that is alike is there once', () => {
  const spec = aSpecWith('');
  const data = explorerOf(reportOf(spec, streamsOf(spec, ['a', 'b', 'c'].map((name) => judged(name, passing)))), null);
  assert.is(data.cells.length, 3);
  assert.equal(data.cells[1], data.cells[0]);
  assert.ok(data.outcomes.length <= 4, 'one for each clause');
  assert.is(data.stories.length, 0);
});

laying('names that were cut short to the same are told apart', () => {
  const spec = aSpecWith('');
  const long = 'x'.repeat(300);
  const data = explorerOf(reportOf(spec, streamsOf(spec, [judged(`${long}1`, passing), judged(`${long}2`, passing)])), null);
  assert.is(new Set(data.implementations.map(({ name }) => name)).size, 2);
  assert.is(new Set(data.implementations.map(({ label }) => label)).size, 2);
});

laying('a link that is none of the web is left out', () => {
  const spec = aSpecWith('');
  const clauses = spec.clauses.map((clause) => ({ ...clause, link: 'javascript:alert(1)' }));
  const changed = { ...spec, clauses };
  assert.equal(explorerOf(reportOf(changed, streamsOf(changed, [judged('a', passing)])), null).clauses.map(({ link }) => link), clauses.map(() => ''));
});

laying('counts are those of the other reports, and together they are all cases', () => {
  for (const { counts } of explorerOf(aReport(), null).implementations) assert.is(counts.reduce((sum, one) => sum + one, 0), 13);
});

laying('without illustrations there is no page, and the message says where they come from', () => {
  const { illustrations: _, ...bare } = options;
  assert.throws(() => htmlReporter(aReport(), bare), /illustrate\(spec\)/u);
});

laying.run();
