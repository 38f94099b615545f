// The only place where tests are left out for what a machine lacks, and say so: uvu tells how many it skipped, and no title of theirs.

import { spawnSync } from 'node:child_process';

/** What tests need, and what would bring it: a command in backticks, or a sentence. */
export interface Need {
  readonly what: string;
  readonly how: string;
}

type Register<T> = (title: string, test: T) => void;

/** The suite, or, where something is missing (not null), its skipping, with a line that tells what to do. */
export function whereFound<T>(tests: Register<T> & { readonly skip: Register<T> }, missing: Need | null): Register<T> {
  if (missing === null) return tests;
  process.stdout.write(`skipped: what needs ${missing.what}. ${missing.how}\n`);
  return tests.skip;
}

/** A command that a shell would find. Null: there is none to find. */
export const commandHere = (command: string | null): Need | null =>
  command === null ? null : installed(spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined, command, `apt-get install ${command}`);

/** What a command installs: `installs it` behind the command. */
export const installed = (found: boolean, what: string, command: string): Need | null =>
  (found ? null : { what, how: `\`${command}\` installs it` });
