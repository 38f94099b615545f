import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readArguments } from '../arguments.ts';
import { initCommand } from '../commands/init.ts';
import { starters } from '../starters.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { commandHere, whereFound } from '../../test/where-found.ts';
import { aFolder } from './folder.ts';
import { commandIn } from './taskspec.ts';

const inits = suite('init');

async function inFolder(work: (path: string) => Promise<void>): Promise<void> {
  const folder = aFolder();
  try {
    await work(folder.path);
  } finally {
    folder.remove();
  }
}

/** What it prints, or says that is wrong. */
async function said(...words: readonly string[]): Promise<string> {
  let text = '';
  const print = (more: string): void => void (text += more);
  const terminal: Terminal = { colours: false, width: 100, print, complain: print, progress: () => undefined, signal: new AbortController().signal };
  try {
    await initCommand.run(readArguments('init', words, initCommand.options), terminal);
    return text;
  } catch (error) {
    if (error instanceof UserError) return `${error.message}. ${error.hint}`;
    throw error;
  }
}

/** The words behind `taskspec` of the command that a text shows, as a shell takes them. */
function shownCommand(text: string): readonly string[] {
  const shown = /^ +taskspec (run .*)$/mu.exec(text)?.[1] ?? '';
  return execFileSync('sh', ['-c', `printf '%s\\0' ${shown}`], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

for (const { language, files, command } of starters) {
  whereFound(inits, commandHere(command))(`${language}: the command that it prints judges something, in a folder of any name, and its README shows the same`, () => inFolder(async (path) => {
    const name = `it is "mine" & $HOME's`;
    const taskspec = commandIn(path);
    const { code, out, err } = await taskspec(['init', name, '--language', language]);
    assert.equal([code, err], [0, '']);
    assert.equal(readdirSync(join(path, name)).sort(), Object.keys(files).sort());
    const readme = readFileSync(join(path, name, 'README.md'), 'utf8');
    assert.equal(shownCommand(readme), shownCommand(out));
    assert.not.match(readme, /\{\{/u);
    // From sources Node runs under tsx, which reads TypeScript for modules as well, where the module's folder has it.
    symlinkSync(join(process.cwd(), 'node_modules'), join(path, 'node_modules'));
    const run = await taskspec([...shownCommand(out), '--filter', 'cancel/*', '--json']);
    assert.is(run.code, 0, run.err);
    const judged: unknown = JSON.parse(run.out);
    assert.match(JSON.stringify(judged), /"pass"|"passed"/u);
  }));
}

inits('the module in JavaScript and the program that speaks the protocol judge the same Task alike', () => inFolder(async (path) => {
  const taskspec = commandIn(path);
  const summaries = await Promise.all(['js', 'stdio'].map(async (language) => {
    const { out } = await taskspec(['init', language, '--language', language]);
    const run = await taskspec(shownCommand(out));
    return / conforms {2}(.*)$/mu.exec(run.out)?.[1] ?? run.out + run.err;
  }));
  assert.is(summaries[0], summaries[1]);
  assert.match(summaries[0] ?? '', /^[1-9]\d* passed/u);
}));

inits('writes over nothing, and writes nothing where one file is there', () => inFolder(async (path) => {
  const folder = join(path, 'mine');
  mkdirSync(folder);
  writeFileSync(join(folder, 'task.mjs'), 'mine');
  assert.match(await said(folder, '--language', 'js'), /has task\.mjs already, and nothing is written over\. Name another folder/u);
  assert.equal(readdirSync(folder), ['task.mjs']);
  assert.is(readFileSync(join(folder, 'task.mjs'), 'utf8'), 'mine');
  symlinkSync('nowhere', join(path, 'README.md'));
  assert.match(await said(path, '--language', 'python'), /has README\.md already/u);
  assert.equal(readdirSync(path).sort(), ['README.md', 'mine']);
}));

inits('what is there beside its files stays', () => inFolder(async (path) => {
  writeFileSync(join(path, 'other.txt'), 'other');
  assert.match(await said(path, '--language', 'py'), /has now README\.md, adapter\.py, PROTOCOL\.md/u);
  assert.is(readFileSync(join(path, 'other.txt'), 'utf8'), 'other');
}));

inits('a folder that cannot be is told, and leaves nothing behind', () => inFolder(async (path) => {
  writeFileSync(join(path, 'file'), '');
  assert.match(await said(join(path, 'file'), '--language', 'js'), /is a file\. Name a folder/u);
  assert.match(await said(join(path, 'file', 'below'), '--language', 'js'), /cannot be written \(ENOTDIR/u);
  assert.match(await said(`${path}/a\nb`, '--language', 'js'), /characters that no command line shows/u);
  if (existsSync('/proc/self')) assert.match(await said('/proc/no-such-folder/mine', '--language', 'js'), /cannot be written \(ENOENT/u);
}));

inits('says what it lacks', async () => {
  assert.match(await said(), /no folder is named\. Write taskspec init my-adapter/u);
  assert.match(await said('mine'), /no language is named\. Write taskspec init mine --language js\. There are: ts, js, python, stdio\./u);
  assert.match(await said('mine', '--language', 'rust'), /nothing to begin with in rust\. .*stdio is for any language/u);
});

inits('the page that it copies links to nothing that is not there', () => inFolder(async (path) => {
  await said(path, '--language', 'stdio');
  assert.not.match(readFileSync(join(path, 'PROTOCOL.md'), 'utf8'), /\]\((?!#)/u);
  assert.match(readFileSync(join(path, 'conversation.txt'), 'utf8'), /^→ \{"type":"hello".*\n← \{"type":"ready"/u);
}));

inits.run();
