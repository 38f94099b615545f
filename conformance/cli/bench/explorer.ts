// The only place that measures the explorer's page: its size, and in Chromium what a filter and a fold cost beside an empty
// re-layout of a plain table of the same size. Nothing here is asserted by a test; the limits are printed beside the figures.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { buildPage } from '../build-page.ts';
import { readResults } from '../../read-results.ts';
import { reportOf } from '../../report.ts';
import { htmlReporter } from '../../../reports/html.ts';
import { madeUpIllustrations } from '../../../reports/bench/made-up-illustrations.ts';
import { madeUpSpec, madeUpStream } from '../../../reports/bench/made-up-run.ts';

const implementations = 30;
const scenarios = 1_000;
const mostMegabytes = 4;
const mostTimes = 2;
const rounds = 9;
const executablePath = process.env['TASKSPEC_CHROMIUM'] ?? '/usr/bin/chromium';

const spec = madeUpSpec(scenarios);
const streams = Array.from({ length: implementations }, (_, number) => {
  const read = readResults(madeUpStream(spec, number));
  if (read.kind === 'refused') throw new Error(read.problem);
  return read.stream;
});
const page = await buildPage(fileURLToPath(new URL('../../..', import.meta.url)));
const html = htmlReporter(reportOf(spec, streams), {
  colours: false, width: 100, all: false, class: null, known: () => false, illustrations: madeUpIllustrations(spec, page.text),
});
console.log(`\nthe explorer, ${implementations} implementations × ${scenarios} scenarios`);
show('megabytes', html.length / 1e6, mostMegabytes);
if (existsSync(executablePath)) await inBrowser();
else console.log(`Chromium is not at ${executablePath}: filters and folds are not measured. \`apt-get install -y chromium\` installs it.`);

async function inBrowser(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-explorer-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    writeFileSync(join(folder, 'page.html'), html);
    const tab = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await tab.goto(`${pathToFileURL(join(folder, 'page.html')).href}#/?all=1`);
    await tab.locator('[data-row]').first().waitFor();
    // All in the page itself, so that no message between processes is counted; two frames later whatever was changed is drawn.
    const told = await tab.evaluate(`(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()));
      const drawn = async (change) => { await frame(); const start = performance.now(); change(); await Promise.resolve(); await new Promise((resolve) => setTimeout(resolve)); document.body.offsetHeight; return performance.now() - start; };
      const table = document.createElement('table');
      table.style.cssText = 'position: absolute; left: -9999px; top: 0';
      table.innerHTML = ('<tr>' + '<td>x</td>'.repeat(${implementations}) + '</tr>').repeat(${scenarios});
      document.body.append(table);
      const input = document.querySelector('input[type=search]');
      const type = (text) => () => { input.value = text; input.dispatchEvent(new Event('input', { bubbles: true })); };
      const fold = () => document.querySelector('.line.member .twist').click();
      const median = (values) => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
      const layouts = [], filters = [], folds = [];
      for (let round = 0; round < ${rounds}; round += 1) {
        layouts.push(await drawn(() => { table.style.width = (round % 2 === 0 ? 1200 : 1300) + 'px'; }));
        filters.push(await drawn(type('scenario-' + round)), await drawn(type('')));
        folds.push(await drawn(fold), await drawn(fold));
      }
      return [median(layouts), median(filters), median(folds)];
    })()`);
    const [layout = NaN, filter = NaN, fold = NaN] = Array.isArray(told) ? told.map(Number) : [];
    console.log(`${layout.toFixed(1).padStart(7)}  milliseconds for an empty re-layout of a table of that size`);
    show(`a filter (${filter.toFixed(1)} ms) / that`, filter / layout, mostTimes);
    show(`a fold (${fold.toFixed(1)} ms) / that`, fold / layout, mostTimes);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

function show(what: string, value: number, limit: number): void {
  if (!(value <= limit)) process.exitCode = 1;
  console.log(`${value.toFixed(2).padStart(7)}  ${what.padEnd(72)} ${value <= limit ? `at most ${limit}` : `OVER the limit of ${limit}`}`);
}
