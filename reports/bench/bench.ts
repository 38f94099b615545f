// The only place that measures what reports cost: all of them together, reading included, as ratios side by side in one
// run. Nothing here is asserted by a test; the limits are printed beside the figures.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { madeUpSpec, madeUpStream } from './made-up-run.ts';

const PAIRS = 5;
const implementations = 30;
const many = 1_000;
const few = 100;

const away = mkdtempSync(join(tmpdir(), 'taskspec-reports-'));
try {
  const program = join(away, 'render-all.mjs');
  const entry = fileURLToPath(new URL('render-all.ts', import.meta.url));
  await build({ entryPoints: [entry], outfile: program, bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning' });
  const large = folderWith(many);
  const small = folderWith(few);

  console.log(`\nall reports of ${implementations} implementations × ${many} scenarios, medians of ${PAIRS} pairs, CPU time`);
  const pairs = Array.from({ length: PAIRS }, () => [measured([program, large]), measured([program, small]), bare()] as const);
  show('all reports / node -e 0', median(pairs.map(([whole, , nothing]) => whole / nothing)), 40);
  show(`ten times the results (${few} and ${many} scenarios)`, median(pairs.map(([whole, part]) => whole / part)), 12);
  // What starting node costs would flatter the growth, so it is told without it as well.
  show('the same, the start of node taken off both', median(pairs.map(([whole, part, nothing]) => (whole - nothing) / (part - nothing))), 12);
} finally {
  rmSync(away, { recursive: true, force: true });
}

function folderWith(scenarios: number): string {
  const folder = join(away, String(scenarios));
  mkdirSync(folder);
  const spec = madeUpSpec(scenarios);
  writeFileSync(join(folder, 'spec.json'), JSON.stringify(spec));
  for (let number = 0; number < implementations; number += 1) writeFileSync(join(folder, `${number}.jsonl`), madeUpStream(spec, number));
  return folder;
}

function measured(words: readonly string[]): number {
  const { milliseconds }: { readonly milliseconds: number } = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }));
  return milliseconds;
}

/** A node that does nothing but say what it has used by then. */
function bare(): number {
  return measured(['-e', 'const { user, system } = process.cpuUsage(); process.stdout.write(JSON.stringify({ milliseconds: (user + system) / 1000 }))']);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

function show(what: string, value: number, limit: number): void {
  if (!(value <= limit)) process.exitCode = 1;
  console.log(`${value.toFixed(2).padStart(7)}  ${what.padEnd(72)} ${value <= limit ? `at most ${limit}` : `OVER the limit of ${limit}`}`);
}
