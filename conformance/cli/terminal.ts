// The only place that prints: what goes to standard output and error, whether in colour, how wide, and what shows progress.

import { exitCodes } from './exit-code.ts';

export interface Terminal {
  readonly colours: boolean;
  /** Columns; what is not a terminal has as many as COLUMNS says, or 100. */
  readonly width: number;
  print(text: string): void;
  /** To standard error. */
  complain(text: string): void;
  /** One line that the next one replaces; nothing where standard error is no terminal. */
  progress(text: string): void;
  /** Fires on Ctrl-C and on the request to terminate, with the exit code as its reason; a second one ends at once. */
  readonly signal: AbortSignal;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** https://no-color.org and https://force-color.org, and else what the stream is. */
export function wantsColour(variables: Variables, isTerminal: boolean): boolean {
  const force = variables['FORCE_COLOR'] ?? '';
  if ((variables['NO_COLOR'] ?? '') !== '') return false;
  if (force !== '') return force !== '0' && force !== 'false';
  return isTerminal && variables['TERM'] !== 'dumb';
}

export function widthOf(variables: Variables, columns: number | undefined): number {
  const width = columns ?? Number.parseInt(variables['COLUMNS'] ?? '', 10);
  return Number.isFinite(width) && width >= 40 ? width : 100;
}

/** The terminal of this process. Whoever reads its output may go away at any time: the work goes on, and nothing is said. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const clear = '\r\u001b[K';
  let shown = false;
  const wipe = (): void => {
    if (shown) stderr.write(clear);
    shown = false;
  };
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      // A full disk is no verdict. What cannot be told on standard error either is told by the exit code.
      if (stream === stdout) stderr.write(`taskspec: standard output cannot be written (${error.message})\n  Write to a file on a disk with room.\n`);
      process.exit(exitCodes.broken);
    });
  }
  return {
    colours: wantsColour(env, stdout.isTTY === true),
    width: widthOf(env, stdout.isTTY === true ? stdout.columns : undefined),
    print: (text) => {
      wipe();
      stdout.write(text);
    },
    complain: (text) => {
      wipe();
      stderr.write(text);
    },
    progress: (text) => {
      if (stderr.isTTY !== true) return;
      stderr.write(`${clear}${text.slice(0, stderr.columns - 1)}`);
      shown = true;
    },
    signal: interruptions(),
  };
}

function interruptions(): AbortSignal {
  const controller = new AbortController();
  for (const [name, code] of [['SIGINT', 130], ['SIGTERM', 143]] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(code);
      controller.abort(code);
    });
  }
  return controller.signal;
}
