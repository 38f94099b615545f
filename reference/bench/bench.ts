/**
 * The only place that compares the reference's speed with others: `bench.ts [--python <path of a CPython 3.13>]`.
 * Prints ratios of CPU time to CPython's C Task, on the same work at the same size. The exit code is 1 beyond a limit; no test rests on it, as a machine that others use is no judge.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

type Side = 'reference' | 'effect' | 'effection' | 'promises';

/** What is measured, at what size, and the part of CPython's time that the reference is to stay below. */
const WORK = [
  { name: 'spawn', what: 'spawn and join 100,000 tasks', size: 100_000, limit: 0.35 },
  { name: 'yield', what: '10,000 tasks that each yield 100 times', size: 1_000_000, limit: 0.3 },
  { name: 'chain', what: '100 chains of 1,000 tasks, each awaiting the next', size: 100_000, limit: 0.12 },
  { name: 'cancel', what: 'cancel 100,000 sleepers', size: 100_000, limit: 0.6 },
  { name: 'callback', what: '100,000 done callbacks', size: 100_000, limit: 0.25 },
] as const;

/** The reference is measured in five pairs; the others, for comparison only, in one, and effection, which is slow, at a smaller size. */
const PAIRS = 5;
const OTHERS: readonly { readonly side: Side; readonly part: number }[] = [
  { side: 'effect', part: 1 },
  { side: 'effection', part: 0.05 },
  { side: 'promises', part: 1 },
];

const here = fileURLToPath(new URL('.', import.meta.url));
const built = mkdtempSync(join(tmpdir(), 'reference-bench-'));
try {
  for (const side of ['reference', 'effect', 'effection', 'promises'] satisfies Side[]) {
    buildSync({ entryPoints: [join(here, `${side}.ts`)], outfile: program(side), bundle: true, platform: 'node', format: 'esm' });
  }
  compare(findPython(process.argv.slice(2).filter((given) => given !== '--python').at(0)));
} finally {
  rmSync(built, { recursive: true, force: true });
}

function compare(python: string | undefined): void {
  if (python === undefined) console.log('CPython 3.13 is absent, so only milliseconds are shown. `pyenv install 3.13` installs it, or give its path.');
  const unit = python === undefined ? 'milliseconds of CPU' : 'CPU time, in parts of that of CPython 3.13';
  console.log(`node ${process.version}, ${unit}\n`);
  row('', 'reference', 'limit', 'met', 'tenfold', 'effect', 'effection', 'promises');
  for (const { name, what, size, limit } of WORK) {
    const against = (side: Side, part: number): number | undefined => {
      const milliseconds = javascript(side, name, size * part);
      return python === undefined || milliseconds === undefined ? milliseconds : milliseconds / cpython(python, name, size * part);
    };
    const ratios = Array.from({ length: PAIRS }, () => against('reference', 1) ?? NaN);
    const tenfold = (javascript('reference', name, size) ?? NaN) / (javascript('reference', name, size / 10) ?? NaN);
    const others = OTHERS.map(({ side, part }) => figure(against(side, part)));
    const isMet = median(ratios) <= limit && tenfold <= 12;
    if (python !== undefined && !isMet) process.exitCode = 1;
    const judged = python === undefined ? ['', ''] : [figure(limit), isMet ? 'yes' : 'NO'];
    row(what, figure(median(ratios)), ...judged, `x${tenfold.toFixed(1)}`, ...others);
  }
  console.log('\ntenfold: what ten times the tasks cost, from a tenth of the size to the size given; it is to stay below x12.');
  console.log('Start-up is not counted: each process does its work five times, and the median, a warm run, leaves out the compilation of hot code. effection is compared at a twentieth of the size.');
}

function javascript(side: Side, name: string, size: number): number | undefined {
  const printed = execFileSync(process.execPath, [program(side), name, String(size)], { encoding: 'utf8' }).trim();
  return printed === 'absent' ? undefined : Number(printed);
}

function cpython(python: string, name: string, size: number): number {
  return Number(execFileSync(python, [join(here, 'cpython.py'), name, String(size)], { encoding: 'utf8' }));
}

/** The first CPython 3.13 of these: the one given, those on PATH, those of pyenv. */
function findPython(given: string | undefined): string | undefined {
  if (given !== undefined) return given;
  return ['python3.13', 'python3', 'python', ...ofPyenv()].find((candidate) => output(candidate, ['--version']).startsWith('Python 3.13.'));
}

function ofPyenv(): string[] {
  const versions = output('pyenv', ['versions', '--bare']).split('\n').filter((version) => version.startsWith('3.13.'));
  return versions.map((version) => join(output('pyenv', ['prefix', version]), 'bin', 'python3.13'));
}

function output(command: string, given: readonly string[]): string {
  try {
    return execFileSync(command, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

function program(side: Side): string {
  return join(built, `${side}.mjs`);
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}

function figure(value: number | undefined): string {
  return value === undefined ? '-' : value.toFixed(value < 10 ? 2 : 0);
}

function row(first: string, ...cells: readonly string[]): void {
  console.log([first.padEnd(52), ...cells.map((cell) => cell.padStart(10))].join(''));
}
