import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../conformance/report.ts';
import { aClause, aResult, aScenario, aSpec } from '../../conformance/test/made-up.ts';
import { code, link, words } from '../markdown-text.ts';
import { markdownReporter } from '../markdown.ts';
import { judged, options, streamsOf } from './a-report.ts';

const reporting = suite('Markdown');

reporting('what is plain stays readable, all else is spelt out', () => {
  assert.is(code('task.cancel.deny'), '`task.cancel.deny`');
  assert.is(code('a|b`c'), '<code>a&#124;b&#96;c</code>');
  assert.is(code(''), '');
  assert.is(words('a *b* <c>'), 'a &#42;b&#42; &#60;c&#62;');
});

reporting('a link leads to an address, or nowhere', () => {
  assert.is(link('here', 'https://docs.python.org/3.7/library/asyncio-task.html#asyncio.Task'), '[here](<https://docs.python.org/3.7/library/asyncio-task.html#asyncio.Task>)');
  for (const address of ['javascript:alert(1)', 'https://a b', 'https://a>)[x](', 'data:text/html,x']) assert.is(link('here', address), 'here');
});

reporting('a page that grows beyond a summary’s room says what is left out', () => {
  const ids = Array.from({ length: 4_000 }, (_, index) => `cancel/n${index}`);
  const spec = aSpec([aClause({ id: 'task.done.one' })], ids.map((id) => aScenario({ id })));
  const results = ids.map((scenario) => aResult({ scenario, weight: 'red', verdict: { kind: 'crash', how: '任|'.repeat(400) } }));
  const page = markdownReporter(reportOf(spec, streamsOf(spec, [judged('fake', results)])), options);
  assert.ok(Buffer.byteLength(page) <= 1_000_000, String(Buffer.byteLength(page)));
  assert.ok(Buffer.byteLength(page) > 900_000);
  assert.match(page, /And \d+ more blocks, for which there is no room here\.\*\n$/u);
  assert.match(page, /\| `fake` \| .* \| 4000 \|/u);
});

reporting('a thousand implementations still leave a page', () => {
  const spec = aSpec([aClause({ id: 'task.done.one' })], [aScenario({ id: 'a' })]);
  const page = markdownReporter(reportOf(spec, streamsOf(spec, Array.from({ length: 1_000 }, (_, index) => judged(`fake-${index}`, [aResult({ scenario: 'a' })])))), options);
  assert.match(page, /And 500 more implementations\./u);
});

reporting.run();
