// The only place for `taskspec init`: a folder with a small adapter that runs at once, and what to do next.

import { type Stats, lstatSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { loaderFor } from '../../../adapters/module/typescript-loader.ts';
import { visible } from '../../../reports/visible.ts';
import { AdapterError } from '../../adapter.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { didYouMean } from '../did-you-mean.ts';
import { exitCodes } from '../exit-code.ts';
import { makeFolder } from '../make-folder.ts';
import { type Starter, filesOf, starters } from '../starters.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';

const languages = starters.map(({ language }) => language);

export const initCommand: Command = {
  name: 'init',
  operands: '<folder>',
  about: `Writes a small adapter into a folder: it runs at once and judges something, and its README.md says how to put your Task in the
place of what is there. A file that is there already is never written over.

ts, js   a module in this language around a small Task, which yours replaces
python   one file that speaks the protocol for asyncio, or for a module of yours that is imported in its place
stdio    for any other language: a program to be written anew, the messages of one scenario, and the page of the protocol`,
  options: [{ name: 'language', value: languages.join('|'), help: 'what it is written in' }],
  examples: ['taskspec init my-adapter --language js', 'taskspec init adapters/mine --language python'],
  run: async (call, terminal) => init(call, terminal),
};

function init(call: Arguments, terminal: Terminal): number {
  const [folder] = call.positionals;
  if (folder === undefined || folder === '') throw new UserError('no folder is named', 'Write taskspec init my-adapter --language js.');
  const starter = starterOf(call.value('language'), folder);
  const command = commandOf(starter, folder);
  write(folder, filesOf(starter, command));
  terminal.print([
    `${visible(folder)} has now ${Object.keys(starter.files).join(', ')}.`, '',
    ...lacking(starter, folder), `  ${visible(command)}`, '',
    `judges what is in it. ${visible(join(folder, 'README.md'))} says how to put your Task in its place.`, '',
  ].join('\n'));
  return exitCodes.conforms;
}

function starterOf(language: string | undefined, folder: string): Starter {
  const there = `There are: ${languages.join(', ')}.`;
  if (language === undefined) throw new UserError('no language is named', `Write taskspec init ${folder} --language js. ${there}`);
  const found = starters.find((starter) => [starter.language, ...starter.alias].includes(language.toLowerCase()));
  if (found !== undefined) return found;
  throw new UserError(`there is nothing to begin with in ${language}`, `${didYouMean(language, languages, there)} stdio is for any language.`);
}

/** As a shell takes it, from the current folder. */
function commandOf({ adapter, command }: Starter, folder: string): string {
  if (/[\p{Cc}\p{Cs}]/u.test(folder)) throw new UserError(`${folder} has characters that no command line shows`, 'Name another folder.');
  const path = relative(process.cwd(), resolve(folder, adapter)).split(sep).join('/');
  if (command !== null) return `taskspec run ${quoted(`stdio:${command} ${quoted(path)}`)}`;
  return `taskspec run ${quoted(/^\.{0,2}\//u.test(path) ? path : `./${path}`)}`;
}

/** What a shell, and the splitting of a command behind `stdio:`, take for one word. */
function quoted(word: string): string {
  if (/^[\w./@+=-]+$/u.test(word)) return word;
  return word.includes("'") && !/["\\$`!]/u.test(word) ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`;
}

/** All files or none. Throws UserError. */
function write(folder: string, files: ReadonlyMap<string, string>): void {
  const kind = kindOf(folder);
  if (kind !== null && !kind.isDirectory()) throw new UserError(`${folder} is a file`, 'Name a folder, which may be new.');
  const there = [...files.keys()].filter((name) => kindOf(join(folder, name)) !== null);
  if (there.length > 0) throw new UserError(`${folder} has ${there.join(', ')} already, and nothing is written over`, 'Name another folder, or move what is there.');
  const written: string[] = [];
  let made: string | null = null;
  try {
    made = makeFolder(resolve(folder));
    for (const [name, text] of files) {
      const path = join(folder, name);
      writeFileSync(path, '', { flag: 'wx' });
      written.push(path);
      writeFileSync(path, text);
    }
  } catch (error) {
    for (const path of made === null ? written : [made]) rmSync(path, { recursive: true, force: true });
    throw new UserError(`${folder} cannot be written (${error instanceof Error ? error.message : String(error)})`, 'Name a folder that you may write.', { cause: error });
  }
}

/** What is there, a link to nothing as well; what cannot be looked at is told when it is written. */
function kindOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

/** What has to be installed before it runs, if anything. */
function lacking({ adapter, command }: Starter, folder: string): readonly string[] {
  if (command !== null) return [];
  try {
    loaderFor(resolve(folder, adapter));
    return [];
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return ['This Node cannot load TypeScript by itself: npm install --save-dev tsx, and then', ''];
  }
}
