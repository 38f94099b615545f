// The explorer's page in a browser: from a file, offline, by mouse and by keyboard.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../../conformance/test/where-found.ts';
import { reportOf } from '../../../conformance/report.ts';
import type { Report } from '../../../conformance/report.ts';
import { madeUpSpec, madeUpStream } from '../../bench/made-up-run.ts';
import { readResults } from '../../../conformance/read-results.ts';
import { aReport, aReportWith } from '../../test/a-report.ts';
import type { Illustration } from '../../illustrations.ts';
import { harmful } from '../../test/harmful.ts';
import { brief } from '../../visible.ts';
import { Explorer, whyNoBrowser } from './browser.ts';
import type { Opened } from './browser.ts';

const missing = whyNoBrowser();
const exploring = suite('the explorer');
const test = whereFound(exploring, missing === null ? null : { what: 'the explorer in a browser', how: missing });

const explorer = missing === null ? await Explorer.start() : null;
exploring.after(async () => explorer?.stop());

const ran: Illustration = {
  yaml: 'title: It is <b>so</b>\nmain:\n  - check: t.done()\n    is: true', python: 'async def main():\n    see(1, t.done())  # </script><script>alert(1)</script>',
  reference: {
    observations: [{ kind: 'value', step: 1, value: true }], verdict: { kind: 'pass', variant: '' },
    notes: [
      { kind: 'created', cycle: 0, task: 'main#1' }, { kind: 'resumed', cycle: 0, task: 'main#1' }, { kind: 'suspended', cycle: 0, task: 'main#1', on: 'f' },
      { kind: 'requested', cycle: 2, task: 'main#1' }, { kind: 'requested', cycle: 2, task: 'main#1' }, { kind: 'delivered', cycle: 3, task: 'main#1' },
      { kind: 'done', cycle: 3, task: 'main#1', how: 'cancelled' },
    ],
  },
};
const illustrated = new Map(['cancel/denied', 'done/returned', 'done/lacks'].map((id) => [id, ran]));
const large = (): Report => {
  const spec = madeUpSpec(1_000);
  const streams = Array.from({ length: 30 }, (_, number) => {
    const read = readResults(madeUpStream(spec, number));
    if (read.kind === 'refused') throw new Error(read.problem);
    return read.stream;
  });
  return reportOf(spec, streams);
};

const address = explorer?.file(aReport(), illustrated) ?? '';
const opened = async (hash = '', look = {}): Promise<Opened> => {
  if (explorer === null) throw new Error('there is no browser');
  return explorer.open(address + hash, look);
};
const closed = async ({ page, complaints }: Opened): Promise<void> => {
  assert.equal(complaints, []);
  await page.context().close();
};
const rowsOf = async ({ page }: Opened): Promise<readonly string[]> => page.locator('[data-row] > .first').allInnerTexts();
const hashOf = async ({ page }: Opened): Promise<string> => String(await page.evaluate('location.hash'));
const focused = async ({ page }: Opened): Promise<string> => String(await page.evaluate('document.activeElement.innerText'));

test('opens from a file, offline, without a request or a complaint, and shows every total by itself', async () => {
  const one = await opened();
  const totals = await one.page.getByRole('group', { name: 'Verdicts' }).getByRole('button').allInnerTexts();
  assert.equal(totals.map((text) => text.replace(/\s+/gu, ' ').trim()), ['✔︎ 19 passed', '✘︎ 5 failed', '! 15 broken', '▲ 1 warned of', '≠ 1 differ', '○ 1 unsupported', '– 1 not owed', '· 9 not run']);
  assert.is((await one.page.getByRole('columnheader').count()) - 1, 4);
  await closed(one);
});

test('a filter leaves what it says, and the address shows the same to whoever follows it', async () => {
  const one = await opened();
  await one.page.getByRole('searchbox').fill('how-many');
  await one.page.locator('output', { hasText: '1 clause, 1 scenario' }).waitFor();
  await one.page.getByRole('button', { name: /Unfold all clauses/u }).click();
  const shown = await rowsOf(one);
  assert.is(shown.length, 3);
  const other = await opened(await hashOf(one));
  assert.equal(await rowsOf(other), shown);
  assert.is(await other.page.getByRole('searchbox').inputValue(), 'how-many');
  await closed(other);
  await closed(one);
});

test('verdicts, levels, implementations and differences filter, together', async () => {
  const one = await opened();
  await one.page.getByRole('button', { name: /warned of/u }).click();
  await one.page.locator('output', { hasText: '1 clause, 1 scenario' }).waitFor();
  assert.match(await hashOf(one), /v=warning/u);
  await one.page.getByRole('button', { name: 'Clear filters' }).click();
  await one.page.locator('summary', { hasText: 'Implementation' }).click();
  await one.page.getByLabel('reference').check();
  await one.page.getByRole('columnheader', { name: 'python:3.8' }).waitFor({ state: 'detached' });
  assert.is(await one.page.getByRole('columnheader').count(), 2);
  await closed(one);
  const levels = await opened('#/?l=should');
  assert.is((await rowsOf(levels)).length, 2);
  await closed(levels);
});

test('members and clauses fold, and the address knows', async () => {
  const one = await opened();
  const all = (await rowsOf(one)).length;
  await one.page.locator('.line.member').first().click();
  await one.page.locator('.line.member').first().and(one.page.locator('[aria-expanded="false"]')).waitFor();
  assert.ok((await rowsOf(one)).length < all);
  assert.match(await hashOf(one), /shut=/u);
  await one.page.goBack();
  await one.page.locator('.line.member').first().and(one.page.locator('[aria-expanded="true"]')).waitFor();
  assert.is((await rowsOf(one)).length, all);
  await closed(one);
});

test('a scenario shows its lanes, its steps with the first divergence, its texts, and the reference beside it', async () => {
  const one = await opened('#/scenario/cancel/denied');
  assert.match(await one.page.locator('.story').first().innerText(), /On python:3\.8/u);
  assert.match(await one.page.locator('.diverges').innerText(), /first divergence/u);
  assert.match(await one.page.locator('.diverges').innerText(), /False[\s\S]*three words here/u);
  const reference = one.page.locator('.story').nth(1);
  await reference.locator('summary').click();
  const lane = reference.locator('.lanes tbody tr').first();
  await lane.waitFor();
  assert.match(await lane.innerText(), /main#1/u);
  assert.is(await lane.locator('.requested').getAttribute('title'), 'cancel() requested, 2 times');
  assert.is(await lane.locator('.delivered').count(), 1);
  assert.is(await lane.locator('.moment.cancelled').count(), 1);
  assert.match(await one.page.locator('.source').first().innerText(), /<b>so<\/b>/u);
  assert.match(await one.page.locator('.source').nth(1).innerText(), /<\/script><script>alert\(1\)/u);
  await closed(one);
});

test('of what passed it says that nothing is kept, and shows the reference', async () => {
  const one = await opened('#/scenario/done/returned?on=reference');
  assert.match(await one.page.locator('main').innerText(), /of what passes nothing is kept/u);
  assert.is(await one.page.locator('.story[open]').count(), 1);
  await closed(one);
});

test('a clause tells its words, its place in the document, and who violates it', async () => {
  const one = await opened('#/clause/task.cancel.deny');
  const groups = await one.page.locator('.groups li').allInnerTexts();
  assert.match(groups[0] ?? '', /fails[\s\S]*python:3\.8/u);
  assert.is(await one.page.locator('dd a').first().getAttribute('href'), 'https://docs.invalid/#done');
  assert.is(await one.page.locator('.checks tbody tr').count(), 5);
  await closed(one);
});

test('the keyboard is enough: into the matrix, through it, into a scenario, and back', async () => {
  const one = await opened();
  const { keyboard } = one.page;
  await one.page.getByRole('button', { name: /^Fold members|^Unfold members/u }).focus();
  await keyboard.press('Tab');
  assert.match(await focused(one), /cancel/u);
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowRight');
  await one.page.locator('.line.clause[aria-expanded="true"]').waitFor();
  await keyboard.press('ArrowDown');
  await one.page.locator('.line.scenario > .first:focus').waitFor();
  assert.match(await focused(one), /cancel\/denied/u);
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await one.page.locator('h1:focus', { hasText: 'cancel/denied' }).waitFor();
  assert.match(await hashOf(one), /scenario\/cancel\/denied\?on=python/u);
  await one.page.goBack();
  await one.page.getByRole('treegrid').waitFor();
  await one.page.locator('.line.scenario').first().waitFor();
  await closed(one);
});

test('nothing is amiss for assistive technology, in light and dark, wide and narrow', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const views = ['#/?all=1', '#/scenario/cancel/denied', '#/clause/task.cancel.deny', '#/scenario/done/returned', '#/implementations', '#/coverage', '#/about'];
  for (const colorScheme of ['light', 'dark']) {
    const one = await opened('#/?all=1', { colorScheme });
    await one.page.evaluate(axe);
    // What is not a matter of colours is the same in the dark.
    const rules = colorScheme === 'light' ? '{}' : '{ runOnly: ["color-contrast"] }';
    for (const view of views) {
      await one.page.setViewportSize({ width: view.startsWith('#/s') ? 360 : 1300, height: 800 });
      await one.page.evaluate(`location.hash = ${JSON.stringify(view)}`);
      await one.page.locator(`body[data-view="${/\/(\w*)/u.exec(view)?.[1] || 'matrix'}"] h1`).waitFor({ state: 'attached' });
      const told = await one.page.evaluate(`axe.run(${rules}).then(({ violations }) => violations.map(({ id, help, nodes }) => id + ': ' + help + ': ' + nodes.slice(0, 3).map(({ html }) => html).join(' ')))`);
      assert.equal(told, [], `${view}, ${colorScheme}`);
    }
    await closed(one);
  }
});

test('a page narrower than a telephone does not scroll sideways', async () => {
  const one = await opened('', { viewport: { width: 360, height: 740 } });
  for (const view of ['', 'scenario/cancel/denied', 'clause/task.cancel.deny', 'implementations', 'coverage', 'about']) {
    await one.page.evaluate(`location.hash = ${JSON.stringify(`#/${view}`)}`);
    await one.page.locator(`body[data-view="${view.split('/')[0] || 'matrix'}"] h1`).waitFor({ state: 'attached' });
    assert.is(await one.page.evaluate('document.documentElement.scrollWidth'), 360, view);
  }
  await closed(one);
});

test('whatever an implementation is called and says, it is text', async () => {
  if (explorer === null) return;
  const one = await explorer.open(`${explorer.file(aReportWith(''))}#/scenario/cancel/denied`);
  for (const [what, words] of Object.entries(harmful)) {
    await one.page.goto(`${explorer.file(aReportWith(words))}#/scenario/cancel/denied`);
    await one.page.locator('.diverges').waitFor();
    assert.is(await one.page.locator('#root :is(script, img, iframe, object, style)').count(), 0, what);
    const links = await one.page.locator('#root a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    assert.ok(links.every((link) => link.startsWith('#')), what);
    const shown = (await one.page.locator('main').innerText()).replace(/\s+/gu, ' ');
    assert.ok(shown.includes(brief(words, 30).replace(/…$/u, '').replace(/\s+/gu, ' ').trim()), what);
  }
  assert.equal(one.complaints.filter((complaint) => !complaint.startsWith('request: file:')), []);
  await one.page.context().close();
});

test('a thousand scenarios by thirty implementations are there, though only what is in sight is drawn', async () => {
  const one = await explorer?.open(`${explorer.file(large())}#/?all=1`);
  if (one === undefined) return;
  const grid = one.page.getByRole('treegrid');
  const count = Number(await grid.getAttribute('aria-rowcount'));
  assert.ok(count > 1_250, `${count} rows`);
  assert.ok((await one.page.locator('[data-row]').count()) < 120);
  await one.page.locator('[data-row="0"] > .first').focus();
  await one.page.keyboard.press('Control+End');
  await one.page.locator(`[data-row="${count - 2}"] > .first:focus, [data-row="${count - 2}"] > .first`).first().waitFor();
  await one.page.keyboard.press('Home');
  await one.page.locator(`[data-row="${count - 2}"] > .first:focus`).waitFor();
  // Paper shows all of it.
  await one.page.evaluate('dispatchEvent(new Event("beforeprint"))');
  assert.is(await one.page.locator('[data-row]').count(), count - 1);
  await one.page.evaluate('dispatchEvent(new Event("afterprint"))');
  assert.ok((await one.page.locator('[data-row]').count()) < 120);
  await closed(one);
});

test('however narrow and however long the words, some columns are in sight, and on paper all of them', async () => {
  const one = await explorer?.open(`${explorer.file(large())}#/?all=1`);
  if (one === undefined) return;
  const inSight = (): Promise<unknown> => one.page.evaluate("[...document.querySelectorAll('.head .column')].filter((column) => column.getBoundingClientRect().right <= innerWidth).length");
  for (const [width, height, least] of [[360, 740, 5], [720, 450, 12], [768, 1024, 12], [1440, 900, 27], [1920, 1080, 30]] as const) {
    await one.page.setViewportSize({ width, height });
    assert.ok(Number(await inSight()) >= least, `${String(await inSight())} columns at ${width} pixels`);
    const cut = await one.page.evaluate("[...document.querySelectorAll('.line .first > .level')].filter((level) => level.offsetWidth > 0 && level.getBoundingClientRect().right > level.parentElement.getBoundingClientRect().right).length");
    assert.is(cut, 0, `levels cut off at ${width} pixels`);
  }
  // A4 upright, with its margins.
  await one.page.setViewportSize({ width: 718, height: 1000 });
  await one.page.emulateMedia({ media: 'print' });
  assert.is(await inSight(), 30);
  assert.is(await one.page.evaluate('document.documentElement.scrollWidth'), 718);
  await closed(one);
});

test('where frame and filters would leave few rows, the page scrolls until the matrix fills it', async () => {
  const one = await opened('#/?all=1', { viewport: { width: 720, height: 450 } });
  await one.page.evaluate('scrollTo(0, 1_000_000)');
  assert.ok(Number(await one.page.evaluate("document.querySelector('.scroller').getBoundingClientRect().top")) < 40);
  await closed(one);
});

test('an address that leads nowhere says so, and how to go on', async () => {
  const one = await opened('#/scenario/cancel/%E0%A4%A');
  await one.page.getByRole('heading', { name: 'Not on this page' }).waitFor();
  await closed(one);
});

exploring.run();
