// The only place that lists the tricks to be played on the runner, and what is particular to judging each.

export interface Trick {
  readonly name: string;
  /** Whether it strikes at the start, for which the watchdog is another. */
  readonly strikes: 'start' | 'run';
  /** Milliseconds; short where it is meant to ring, long where a slow machine must not make it ring. */
  readonly watchdog: number;
  /** Whether it floods the runner. */
  readonly loud: boolean;
  /** Processes that outlive it, as they left its group. */
  readonly leaves: number;
  /** The text of a user's module; null for a trick of hostile.mjs. */
  readonly module: ((at: Places) => string) | null;
}

export interface Places {
  readonly pids: string;
  readonly binding: string;
  readonly reference: string;
}

const rings = 2_500;
const neverRings = 120_000;

const trick = (name: string, more: Partial<Trick> = {}): Trick =>
  ({ name, strikes: 'run', watchdog: neverRings, loud: false, leaves: 0, module: null, ...more });
const atStart = { strikes: 'start', watchdog: rings } as const;
const hangs = { watchdog: rings } as const;

export const tricks: readonly Trick[] = [
  trick('hangs at its start', atStart),
  trick('hangs at its start, and ignores SIGTERM', atStart),
  trick('exits with 0 at its start'),
  trick('prints for ever at its start'),
  trick('half a line at its start, then silence', atStart),
  trick('a byte a second at its start', atStart),
  trick('another nonce', atStart),
  trick('a version that was not offered'),
  trick('capabilities that do not exist'),
  trick('claims stacks as a puppet'),
  trick('hangs', hangs),
  trick('hangs, and ignores SIGTERM', hangs),
  trick('hangs in each program', hangs),
  trick('exits with 0'),
  trick('ends by a signal'),
  trick('exits in each program'),
  trick('exits in each third program'),
  trick('exits, and never starts again'),
  trick('exits, and hangs at each new start', { strikes: 'start', watchdog: 10_000 }),
  trick('exits, with a child that keeps its output open'),
  trick('exits, with a child that left the group', { leaves: 1 }),
  trick('hangs, with a child that left the group', { ...hangs, leaves: 1 }),
  trick('half a line, then silence', hangs),
  trick('a byte a second', hangs),
  trick('closes its input', hangs),
  trick('invalid UTF-8'),
  trick('invalid UTF-8 that is no message'),
  trick('invalid JSON'),
  trick('JSON of another shape'),
  trick('JSON nested without end'),
  trick('a message that does not exist'),
  trick('a second ready'),
  trick('refuses after it was ready'),
  trick('an id that was never given'),
  trick('another nonce in a run', hangs),
  trick('answers before it is asked'),
  trick('answers twice'),
  trick('answers late'),
  trick('says that it passed'),
  trick('unsupported, though claimed'),
  trick('unsupported, though claimed, in each program'),
  trick('events of a program that is over, for ever', { ...hangs, loud: true }),
  trick('asks for ever, and reads no answer', { loud: true }),
  trick('asks of a program that is over, and reads no answer', { loud: true }),
  trick('1 GB on standard output, in lines', { loud: true }),
  trick('1 GB on standard output, in one line', { loud: true }),
  trick('1 GB on standard error', { loud: true }),
  trick('a flood of line ends', { ...hangs, loud: true }),
  trick('a line of 100 MB', { loud: true }),
  trick('a message of 2 MB', { loud: true }),
  trick('exhausts its memory'),
];

const noted = (pids: string): string => `import { appendFileSync } from 'node:fs';\nappendFileSync('${pids}', process.pid + '\\n');\n`;
const hoard = 'for (const hoard = []; ;) hoard.push(new Array(100_000).fill(hoard.length));';
const atImport = (name: string, does: string, more: Partial<Trick> = {}): Trick =>
  trick(name, { module: ({ pids }) => `${noted(pids)}${does}\nexport default {};`, ...more });
const inSecond = (name: string, does: string, more: Partial<Trick> = {}): Trick =>
  trick(name, { module: ({ pids, binding, reference }) => `${noted(pids)}
import { readFileSync } from 'node:fs';
import { bindReference } from '${binding}';
import * as reference from '${reference}';
const binding = bindReference(reference);
const isFirst = readFileSync('${pids}', 'utf8').split('\\n').length === 2;
let programs = 0;
export default { ...binding, open(watch) {
  programs += 1;
  if (isFirst && programs === 2) { ${does} }
  return binding.open(watch);
} };`, ...more });

/** The same in a module of a user's, which the runner loads. */
export const inModules: readonly Trick[] = [
  atImport('a module that loops at import', 'for (;;);', { strikes: 'start', watchdog: 5_000 }),
  atImport('a module that exits at import', 'process.exit(0);'),
  atImport('a module that exhausts its memory at import', hoard),
  inSecond('a module that loops', 'for (;;);', hangs),
  inSecond('a module that exits', 'process.exit(0);'),
  inSecond('a module that exhausts its memory', hoard),
  inSecond('a module that throws', "throw new Error('boom');"),
  inSecond('a module that prints', "console.log('{}'); process.stdout.write('no message\\n');"),
];
