// Reports at the end of a run and later, and what bad files and bad paths get.

import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../test/where-found.ts';
import { reporters } from '../../../reports/reporters.ts';
import { call } from './call.ts';
import { aFolder } from './folder.ts';
import type { Ended } from './taskspec.ts';

const reporting = suite('taskspec report');
const { path, remove } = aFolder();
reporting.after(remove);

const taskspec = (...words: readonly string[]): Promise<Ended> => call(words);

const results = join(path, 'results.jsonl');
const run = (...words: readonly string[]): Promise<Ended> => taskspec('run', 'reference', '--member', 'done', '--output', results, ...words);
const text = (name: string): string => readFileSync(join(path, name), 'utf8');

reporting('every report is the same bytes at the end of a run and later', async () => {
  const { code } = await run(...reporters.flatMap(({ name }) => ['--reporter', `${name}=${join(path, `run.${name}`)}`]));
  assert.is(code, 0);
  const later = await taskspec('report', results, ...reporters.flatMap(({ name }) => ['--reporter', `${name}=${join(path, `later.${name}`)}`]));
  assert.is(later.code, 0, later.err);
  for (const { name } of reporters) assert.is(text(`later.${name}`), text(`run.${name}`), name);
});

reporting('without a file a report goes to standard output, instead of the one for the terminal', async () => {
  const atTheEnd = await run('--reporter', 'tap');
  assert.match(atTheEnd.out, /^TAP version 14\n/u);
  assert.not.match(atTheEnd.out, /asyncio\.Task as documented/u);
  assert.is((await taskspec('report', results, '--reporter', 'tap')).out, atTheEnd.out);
  const beside = await run('--reporter', `tap=${join(path, 'beside.tap')}`);
  assert.is(text('beside.tap'), atTheEnd.out);
  assert.match(beside.out, /asyncio\.Task as documented/u);
  assert.is((await taskspec('report', results)).out, beside.out);
});

reporting('two for the log may share standard output, a document may not', async () => {
  const { out } = await run('--reporter', 'github', '--reporter', 'console');
  assert.match(out, /^taskspec: reference: conforms: [^]*asyncio\.Task as documented/u);
  const { code, err } = await run('--reporter', 'console', '--reporter', 'junit');
  assert.is(code, 2);
  assert.match(err, /console and junit cannot both go to standard output\n {2}Give one of them a file: --reporter junit=<file>/u);
  assert.match((await run('--json', '--reporter', 'tap')).err, /--json and a report would both go/u);
});

reporting('a badge can be about one class', async () => {
  assert.match((await run('--reporter', 'badge:core')).out, /"label":"asyncio\.Task core on reference"/u);
});

const whole = async (): Promise<readonly string[]> => {
  await run('--reporter', `json=${join(path, 'x.json')}`);
  return readFileSync(results, 'utf8').trimEnd().split('\n');
};
const kept = (name: string, lines: readonly string[]): string => {
  const file = join(path, name);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  return file;
};
/** Header and results changed by somebody who can count and has a digest as well. */
const forged = (name: string, lines: readonly string[], change: (header: Record<string, unknown>) => void): string => {
  const header: Record<string, unknown> = JSON.parse(lines[0] ?? '');
  change(header);
  const { made: _, ...head } = header;
  const hash = createHash('sha256').update(JSON.stringify(head));
  for (const line of lines.slice(1, -1)) hash.update(`\n${line}`);
  const footer: Record<string, unknown> = JSON.parse(lines.at(-1) ?? '');
  return kept(name, [JSON.stringify(header), ...lines.slice(1, -1), JSON.stringify({ ...footer, digest: hash.digest('hex') })]);
};

const badFiles: readonly (readonly [string, (lines: readonly string[]) => string, RegExp])[] = [
  ['an empty file', () => kept('empty.jsonl', []), /it is empty/u],
  ['one without its footer', (lines) => kept('cut.jsonl', lines.slice(0, -1)), /no footer: the run did not come to its end/u],
  ['one with a line missing', (lines) => kept('gap.jsonl', [...lines.slice(0, 3), ...lines.slice(4)]), /scenarios were selected/u],
  ['one cut in the middle of a line', (lines) => {
    const file = join(path, 'half.jsonl');
    writeFileSync(file, lines.join('\n').slice(0, 1_000));
    return file;
  }, /its last line is cut off/u],
  ['one that was edited', (lines) => kept('edited.jsonl', lines.map((line) => line.replace('"unsupported"', '"pass"'))), /was changed after it was written/u],
  ['one of a later format', (lines) => forged('later.jsonl', lines, (header) => {
    header['format'] = 99;
  }), /it has format 99, this taskspec reads 1/u],
  ['one of another specification', (lines) => forged('other.jsonl', lines, (header) => {
    header['spec'] = 'another';
  }), /has results of another specification: it says another[^]*--spec/u],
  ['a text that is none', () => kept('noise.jsonl', ['noise', 'noise', 'noise']), /its first line is no header/u],
  ['a file that is not there', () => join(path, 'nowhere.jsonl'), /nowhere\.jsonl cannot be read/u],
  ['a folder', () => path, /^taskspec: \S+ is a directory\n {2}Name a result file/u],
];
for (const [what, make, said] of badFiles) {
  reporting(`${what} is exit code 2 with what is wrong and what to do, and no report is made`, async () => {
    const file = make(await whole());
    const { code, out, err } = await taskspec('report', file, '--reporter', `junit=${join(path, 'never.xml')}`);
    assert.equal([code, out], [2, '']);
    assert.match(err, said);
    assert.match(err, /^taskspec: [^\n]+\n {2}[^\n]+\n$/u);
    assert.not(existsSync(join(path, 'never.xml')));
  });
}

reporting('two results of one implementation are refused', async () => {
  const lines = await whole();
  const { code, err } = await taskspec('report', results, kept('copy.jsonl', lines));
  assert.is(code, 2);
  assert.match(err, /results\.jsonl and [^ ]+copy\.jsonl are both results of reference/u);
});

reporting('no file at all is a mistake in the call', async () => {
  assert.match((await taskspec('report')).err, /no result file is named\n {2}taskspec run keeps them/u);
});

const badCalls: readonly (readonly [string, string, RegExp])[] = [
  ['a reporter that does not exist', 'junitt=x', /there is no reporter junitt\n {2}Did you mean junit\?/u],
  ['a reporter that is like none', 'paper', /there is no reporter paper\n {2}There are: console, json/u],
  ['an empty file name', 'junit=', /names no file/u],
  ['a class for a report that has none', 'junit:core', /is not about one class/u],
  ['a class that does not exist', 'badge:coer', /Did you mean core\?/u],
  ['a directory', `junit=${path}`, /is a directory/u],
  ['what is named as a directory', `junit=${path}/no/`, /is a directory/u],
  ['a folder that does not exist', `junit=${path}/no/such/x.xml`, /the folder of .* does not exist\n {2}mkdir -p /u],
  ['a file below a file', `junit=${results}/x.xml`, /is no directory/u],
  ['the file that the results go to', `junit=${results}`, /is named twice/u],
];
for (const [what, reporter, said] of badCalls) {
  reporting(`${what} is refused before anything runs`, async () => {
    await whole();
    const before = readFileSync(results, 'utf8');
    const { code, out, err } = await run('--reporter', reporter);
    assert.equal([code, out], [2, '']);
    assert.match(err, said);
    assert.is(readFileSync(results, 'utf8'), before, 'nothing ran');
    assert.is((await taskspec('report', results, '--reporter', reporter)).code, 2);
  });
}

reporting('two reports into one file are refused', async () => {
  const { code, err } = await run('--reporter', `junit=${path}/x`, '--reporter', `tap=${path}/./x`);
  assert.is(code, 2);
  assert.match(err, /is named twice/u);
});

const full = whereFound(reporting, existsSync('/dev/full') ? null : { what: 'a full disk', how: 'Linux has /dev/full; `mknod /dev/full c 1 7` makes it' });
full('a full disk is exit code 3, and all other reports are there', async () => {
  const { code, out, err } = await run('--reporter', 'junit=/dev/full', '--reporter', `tap=${join(path, 'full.tap')}`);
  assert.is(code, 3);
  assert.match(err, /the report junit is not written: \/dev\/full cannot be written \(ENOSPC/u);
  assert.match(text('full.tap'), /^TAP version 14/u);
  assert.match(out, /asyncio\.Task as documented/u);
});

const proc = whereFound(reporting, existsSync('/proc/self') ? null : { what: 'a folder that nobody may write', how: 'Linux has /proc' });
proc('a folder where nobody may write is exit code 3', async () => {
  const { code, err } = await run('--reporter', 'junit=/proc/x.xml');
  assert.is(code, 3);
  assert.match(err, /the report junit is not written: \/proc\/x\.xml cannot be written/u);
});

const asUser = whereFound(reporting, process.getuid?.() === 0 ? { what: 'a file that its owner may not write', how: 'To root every file is writable; `sudo -u nobody npm test` runs it' } : null);
asUser('a folder that may not be written is exit code 3, and the old report stands', async () => {
  const folder = join(path, 'locked');
  mkdirSync(folder);
  writeFileSync(join(folder, 'x.xml'), 'old');
  chmodSync(folder, 0o500);
  try {
    const { code, err } = await run('--reporter', `junit=${folder}/x.xml`);
    assert.is(code, 3);
    assert.match(err, /is not written/u);
    assert.equal([readdirSync(folder), readFileSync(join(folder, 'x.xml'), 'utf8')], [['x.xml'], 'old']);
  } finally {
    chmodSync(folder, 0o700);
  }
});

reporting('what is larger than any result file is not read', async () => {
  const large = join(path, 'large.jsonl');
  writeFileSync(large, '');
  truncateSync(large, 256 * 1024 * 1024 + 1);
  const { code, err } = await taskspec('report', large);
  assert.is(code, 2);
  assert.match(err, /large\.jsonl has 268435457 bytes, more than any result file\n {2}Name a result file/u);
});

reporting.run();
