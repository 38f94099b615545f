// The only place that reads `--reporter`: which reports are asked for, and where each goes. A path that cannot be right is
// refused before anything runs.

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReporterEntry } from '../../reports/reporters.ts';
import { reporters } from '../../reports/reporters.ts';
import { classes } from '../spec.ts';
import type { Class } from '../spec.ts';
import type { Arguments, Option } from './arguments.ts';
import { didYouMean } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

export const reporterOption: Option = {
  name: 'reporter', value: '<name[=file]>',
  help: `a report, into a file or else to standard output; may be repeated.\nThere are: ${reporters.map(({ name }) => name).join(', ')}`,
};

export interface Wanted {
  readonly entry: ReporterEntry;
  readonly class: Class | null;
  /** As the user named it; null is standard output. */
  readonly file: string | null;
}

/** What the call asks for, the console where nothing is to go to standard output. `taken`: files that the call writes besides. */
export function wantedReports(call: Arguments, taken: readonly string[]): readonly Wanted[] {
  const wanted = call.list(reporterOption.name).map(read);
  const printed = wanted.filter(({ file }) => file === null);
  const alone = printed.find(({ entry }) => !entry.forLog);
  const [first, second] = printed;
  if (alone !== undefined && first !== undefined && second !== undefined) {
    throw new UserError(`${first.entry.name} and ${second.entry.name} cannot both go to standard output`, `Give one of them a file: --reporter ${alone.entry.name}=<file>.`);
  }
  const files = taken.map((file) => resolve(file));
  for (const { file } of wanted) {
    if (file === null) continue;
    if (files.includes(resolve(file))) throw new UserError(`${file} is named twice`, 'Give each report a file of its own.');
    files.push(resolve(file));
    checkPath(file);
  }
  const [standard] = reporters;
  return printed.length > 0 || standard === undefined ? wanted : [...wanted, { entry: standard, class: null, file: null }];
}

/** `name`, `name:class`, `name=file`, `name:class=file`. */
function read(text: string): Wanted {
  const { name = '', about, file } = /^(?<name>[^:=]*)(?::(?<about>[^=]*))?(?:=(?<file>.*))?$/su.exec(text)?.groups ?? {};
  const entry = reporters.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new UserError(`there is no reporter ${name}`, didYouMean(name, reporters.map((known) => known.name), ''));
  if (file === '') throw new UserError(`--reporter ${text} names no file`, `Write --reporter ${name}=<file>, or --reporter ${name} for standard output.`);
  return { entry, class: about === undefined ? null : classOf(entry, about), file: file ?? null };
}

function classOf({ name, byClass }: ReporterEntry, about: string): Class {
  if (!byClass) throw new UserError(`the reporter ${name} is not about one class`, `Write --reporter ${name}, or --class ${about} to run only that class.`);
  const found = classes.find((candidate) => candidate === about);
  if (found === undefined) throw new UserError(`there is no class ${about}`, didYouMean(about, classes, ''));
  return found;
}

/** Whether it can be written is seen when it is; a wrong name is told before somebody waits for a run. */
function checkPath(file: string): void {
  const folder = dirname(resolve(file));
  const kind = kindOf(folder);
  if (kind === 'nothing') throw new UserError(`the folder of ${file} does not exist`, `mkdir -p ${dirname(file)} makes it.`);
  if (kind === 'file') throw new UserError(`${dirname(file)} is no directory`, 'Name a file in a directory.');
  refuseDirectory(file);
}

/** Throws UserError where the name is that of a directory. */
export function refuseDirectory(file: string): void {
  if (/[\\/]$/u.test(file) || kindOf(resolve(file)) === 'directory') throw new UserError(`${file} is a directory`, 'Name a file in it.');
}

/** What cannot be looked at is told when it is written. */
function kindOf(path: string): 'directory' | 'file' | 'nothing' | 'unknown' {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there === undefined) return 'nothing';
    return there.isDirectory() ? 'directory' : 'file';
  } catch {
    return 'unknown';
  }
}
