// The only place that starts the command for a test: a process of its own, in a folder of its own.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export type Taskspec = (words: readonly string[], variables?: Readonly<Record<string, string>>) => Promise<Ended>;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const entry = join(root, 'conformance', 'cli', 'main.ts');

/** What Node is called with for `taskspec <words…>`. */
export const argumentsOf = (words: readonly string[]): string[] => ['--import', tsx, entry, ...words];

/** Variables under which nothing is in colour: uvu demands colours, and newer Nodes complain where both are set, even to nothing. */
export function withoutColour(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...inherited } = process.env;
  return { ...inherited, NO_COLOR: '1' };
}

/** The command as its users call it, in a folder. */
export const commandIn = (cwd: string): Taskspec => (words, variables = {}) =>
  new Promise((resolve) => {
    execFile(process.execPath, argumentsOf(words), { cwd, env: { ...withoutColour(), ...variables }, maxBuffer: 1 << 26 }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
