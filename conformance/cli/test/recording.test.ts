import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { javascriptPuppet } from '../../../adapters/puppet/test/puppets.ts';
import { readArguments } from '../arguments.ts';
import { Recording, recordingOf, recordOption } from '../recording.ts';
import { UserError } from '../user-error.ts';
import { installed, whereFound } from '../../test/where-found.ts';
import { aFolder } from './folder.ts';
import { commandIn } from './taskspec.ts';

const recordings = suite('--record');
const asked = (...words: readonly string[]) => readArguments('run', words, [recordOption]);
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.hint}`;
  }
  return 'nothing was refused';
};

async function inFolder(work: (path: string) => void | Promise<void>): Promise<void> {
  const folder = aFolder();
  try {
    await work(folder.path);
  } finally {
    folder.remove();
  }
}

recordings('each line is in the file as soon as it was said, and as it was said', () => inFolder((path) => {
  const file = join(path, 'record.txt');
  const recording = new Recording(file, false);
  const hear = recording.of('stdio:mine');
  hear('runner', '{"type":"hello"}');
  assert.is(readFileSync(file, 'utf8'), '→ {"type":"hello"}\n');
  hear('adapter', 'a stray print: é');
  assert.is(readFileSync(file, 'utf8'), '→ {"type":"hello"}\n← a stray print: é\n');
  recording.close();
  assert.is(recording.problem, null);
}));

recordings('of several adapters each line says which one hears or speaks', () => inFolder((path) => {
  const file = join(path, 'record.txt');
  const recording = new Recording(file, true);
  recording.of('stdio:one')('runner', '1');
  recording.of('stdio:two\n')('adapter', '2');
  recording.close();
  assert.is(readFileSync(file, 'utf8'), 'stdio:one → 1\nstdio:two\\n ← 2\n');
}));

recordings('has an end, which is said in the file and by the record', () => inFolder((path) => {
  const file = join(path, 'record.txt');
  const recording = new Recording(file, false, 20);
  const hear = recording.of('stdio:mine');
  for (const line of ['0123456789', '0123456789', '']) hear('runner', line);
  assert.is(readFileSync(file, 'utf8'), '→ 0123456789\n… it ends after 20 bytes, which are as many as are kept\n');
  assert.match(recording.problem ?? '', /ends after 20 bytes/u);
}));

whereFound(recordings, installed(existsSync('/dev/full'), '/dev/full', 'a Linux'))('a full disk ends the record and nothing else', () => {
  const recording = new Recording('/dev/full', false);
  const hear = recording.of('stdio:mine');
  for (const line of ['one', 'two']) hear('runner', line);
  assert.match(recording.problem ?? '', /it ends early .*ENOSPC/u);
});

recordings('is refused before anything runs where there is no such place, or nothing to record', () => inFolder((path) => {
  assert.match(refusal(() => recordingOf(asked('--record', path), ['stdio:mine'])), /the record .* cannot be written \(EISDIR.*Name with --record a file/u);
  assert.match(refusal(() => recordingOf(asked('--record', join(path, 'no', 'file')), ['./mine.js'])), /cannot be written \(ENOENT/u);
  assert.match(refusal(() => recordingOf(asked('--record', join(path, 'file')), ['reference', 'python:3.13'])), /which reference, python:3.13 does not speak/u);
  assert.is(recordingOf(asked(), ['reference']), null);
  assert.equal(existsSync(join(path, 'file')), false);
}));

/** What a run of one scenario records of an adapter, with `nonce` for its nonce. */
async function recorded(path: string, adapters: readonly string[]): Promise<string> {
  const words = ['run', ...adapters, '--filter', 'cancel/answered-with-an-error', '--record', 'record.txt'];
  const { code, err } = await commandIn(path)(words);
  assert.is(code, 0, err);
  const text = readFileSync(join(path, 'record.txt'), 'utf8');
  const nonce = /"nonce":"([0-9a-f]+)"/u.exec(text)?.[1] ?? 'none';
  return text.replaceAll(nonce, 'nonce');
}

recordings('the conversation on the page of the protocol is a record', () => inFolder(async (path) => {
  const page = fileURLToPath(new URL('../../../adapters/PROTOCOL.md', import.meta.url));
  const text = readFileSync(page, 'utf8');
  const said = await recorded(path, [javascriptPuppet]);
  const block = /(<!-- conversation: .*-->\n)([\s\S]*?)(<!-- end of the conversation -->)/u;
  assert.match(text, block);
  const expected = text.replace(block, (_, begin: string, __, end: string) => `${begin}\n\`\`\`\n${said}\`\`\`\n\n${end}`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(page, expected);
  else assert.fixture(text, expected, 'UPDATE_GOLDEN=1 writes the conversation anew');
}));

recordings('a module speaks the protocol as well, and is recorded beside others', () => inFolder(async (path) => {
  writeFileSync(join(path, 'mine.mjs'), `export default {
    name: 'mine',
    start: async () => ({
      description: { name: 'mine', implementation: 'mine', version: '1', target: '3.8', task: 'Task', capabilities: [], environment: {} },
      run: async () => ({ kind: 'unsupported', capability: 'cancel' }), stop: async () => {},
    }),
  };`);
  const { err } = await commandIn(path)(['run', './mine.mjs', javascriptPuppet, 'reference', '--filter', 'cancel/false-when-done', '--record', 'record.txt']);
  assert.is(err, '');
  const lines = readFileSync(join(path, 'record.txt'), 'utf8').trimEnd().split('\n');
  assert.ok(lines.some((line) => line.startsWith('./mine.mjs → {"type":"hello"')), lines.join('\n'));
  assert.ok(lines.some((line) => line.startsWith('./mine.mjs ← {"type":"ready"')), lines.join('\n'));
  assert.ok(lines.some((line) => line.startsWith(`${javascriptPuppet} ← `)), lines.join('\n'));
  assert.equal(lines.filter((line) => line.startsWith('reference')), []);
}));

recordings.run();
