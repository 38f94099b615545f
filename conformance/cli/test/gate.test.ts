// The gate as a pipeline calls it: quiet, red, out of date, and what it says of files that are none.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { installed, whereFound } from '../../test/where-found.ts';
import { discover } from '../../../adapters/python/discover.ts';
import { aFolder } from './folder.ts';
import { commandIn } from './taskspec.ts';

const gate = suite('the gate');
const { path, remove } = aFolder();
gate.after(remove);
const taskspec = commandIn(path);
const newest = (await discover()).at(-1);
const withPython = whereFound(gate, installed(newest !== undefined, 'a CPython', 'apt-get install python3'));
const withFullDisk = whereFound(gate, installed(existsSync('/dev/full'), 'a full disk', 'Linux has one, /dev/full'));
const baseline = (name: string): string => readFileSync(join(path, name), 'utf8');

gate('where there is no baseline it says how to make one', async () => {
  const { code, err } = await taskspec(['gate', 'reference']);
  assert.is(code, 2);
  assert.match(err, /there is no baseline taskspec-baseline\.yaml\n.*taskspec gate reference --update/u);
});

gate('made, it is green; what it says too much is exit code 4, or a warning', async () => {
  assert.is((await taskspec(['gate', 'reference', '--update'])).code, 0);
  const quiet = await taskspec(['gate', 'reference']);
  assert.is(quiet.code, 0);
  assert.match(quiet.out, /no regression against taskspec-baseline\.yaml\n$/u);
  const text = baseline('taskspec-baseline.yaml');
  const entry = 'failures:\n  - scenario: cancel/false-when-done\n    verdict: fail\n    reason: never looked at\n';
  writeFileSync(join(path, 'stale.yaml'), text.replace('failures: []\n', entry));
  const stale = await taskspec(['gate', 'reference', '--baseline', 'stale.yaml']);
  assert.is(stale.code, 4);
  assert.match(stale.out, /fixed {2}cancel\/false-when-done passes[\s\S]*never looked at/u);
  assert.is((await taskspec(['gate', 'reference', '--baseline', 'stale.yaml', '--stale=warn'])).code, 0);
  assert.is((await taskspec(['gate', 'reference', '--baseline', 'stale.yaml', '--filter', 'done/*'])).code, 0);
});

gate('losing what was claimed or judged is red, even where nothing fails', async () => {
  writeFileSync(join(path, 'more.yaml'), baseline('taskspec-baseline.yaml').replace('  - cancel\n', '  - cancel\n  - python-syntax\n'));
  const { code, out } = await taskspec(['gate', 'reference', '--baseline', 'more.yaml']);
  assert.is(code, 1);
  assert.match(out, /capability lost {2}python-syntax/u);
});

withPython('a wrong Task slipped in makes it red, and it says which clause and which step', async () => {
  const name = `python:${newest?.path ?? ''}`;
  const file = ['--baseline', 'python.yaml'];
  assert.is((await taskspec(['gate', name, '--update', ...file])).code, 0);
  assert.is((await taskspec(['gate', name, ...file])).code, 0);
  mkdirSync(join(path, 'wrong'));
  copyFileSync(fileURLToPath(new URL('../../../adapters/wrong/python/cancel_answers_none.py', import.meta.url)), join(path, 'wrong', 'sitecustomize.py'));
  const wrong = { PYTHONPATH: join(path, 'wrong') };
  const red = await taskspec(['gate', name, ...file], wrong);
  assert.is(red.code, 1);
  assert.match(red.out, /regression {2}cancel\/true-while-not-done did not fail when the baseline was made/u);
  assert.match(red.out, /must task\.cancel\.true-while-pending/u);
  assert.match(red.out, /regressions? against python\.yaml\n$/u);
  assert.is((await taskspec(['gate', name, '--update', ...file], wrong)).code, 0);
  assert.is((await taskspec(['gate', name, ...file], wrong)).code, 0);
  const fixed = await taskspec(['gate', name, ...file]);
  assert.is(fixed.code, 4);
  const tap = await taskspec(['gate', name, ...file, '--reporter', 'tap', '--reporter', 'junit=gate.xml'], wrong);
  assert.match(tap.out, /^TAP version 14\n/u);
  assert.match(tap.out, /not ok .*# TODO a known failure/u);
  assert.match(baseline('gate.xml'), /<testsuites/u);
  const json: { readonly transitions: readonly { readonly kind: string }[] } = JSON.parse((await taskspec(['gate', name, ...file, '--json'])).out);
  assert.ok(json.transitions.every(({ kind }) => kind === 'fixed'));
});

gate('results that are there can be compared, whole or merged', async () => {
  await taskspec(['run', 'reference', '--output', 'reference.jsonl']);
  assert.is((await taskspec(['gate', 'reference', '--from', 'reference.jsonl'])).code, 0);
  assert.match((await taskspec(['gate', 'pyodide', '--from', 'reference.jsonl', '--baseline', 'none.yaml', '--update'])).err, /has the results of reference, not of pyodide/u);
});

gate('a baseline is made of whole runs only', async () => {
  const { code, err } = await taskspec(['gate', 'reference', '--update', '--filter', 'done/*', '--baseline', 'part.yaml']);
  assert.is(code, 2);
  assert.match(err, /made of a whole run/u);
});

gate('what could not be judged makes no baseline, and is told as a run tells it', async () => {
  const nowhere = { PATH: '/nowhere', PYENV_ROOT: '/nowhere' };
  const made = await taskspec(['gate', 'python:3.7', '--update', '--baseline', 'never.yaml'], nowhere);
  assert.is(made.code, 3);
  assert.match(made.err, /Python 3\.7 was not found[^]*never\.yaml is not written: the run did not come to a verdict \(failed\)/u);
  assert.not.ok(existsSync(join(path, 'never.yaml')));
  writeFileSync(join(path, 'python-3.7.yaml'), baseline('taskspec-baseline.yaml').replace('implementation: reference', 'implementation: python:3.7'));
  assert.is((await taskspec(['gate', 'python:3.7', '--baseline', 'python-3.7.yaml'], nowhere)).code, 3);
});

withFullDisk('a report that cannot be written is exit code 3, whatever the verdict', async () => {
  const { code, out, err } = await taskspec(['gate', 'reference', '--reporter', 'junit=/dev/full']);
  assert.is(code, 3);
  assert.match(out, /no regression/u);
  assert.match(err, /the report junit is not written: \/dev\/full cannot be written \(ENOSPC/u);
});

gate('a place that cannot be written is told, for the baseline and for the results', async () => {
  writeFileSync(join(path, 'file'), '');
  const update = await taskspec(['gate', 'reference', '--update', '--baseline', 'file/baseline.yaml']);
  assert.is(update.code, 2);
  assert.match(update.err, /baseline\.yaml cannot be written[^]*Name a file that you may write with --baseline/u);
  const elsewhere = join(path, 'elsewhere');
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, '.taskspec'), '');
  const kept = await commandIn(elsewhere)(['gate', 'reference', '--update']);
  assert.is(kept.code, 2);
  assert.match(kept.err, /the results are not kept: [^]*Run it in a folder where \.taskspec can be made/u);
  assert.not.ok(existsSync(join(elsewhere, 'taskspec-baseline.yaml')));
});

gate('a baseline of another implementation, or with mistakes, is refused at its place', async () => {
  assert.match((await taskspec(['gate', 'pyodide'])).err, /is the baseline of reference, not of pyodide/u);
  writeFileSync(join(path, 'broken.yaml'), baseline('taskspec-baseline.yaml').replace('failures: []', 'failures:\n  - scenario: cancel/x\n    verdikt: fail\n'));
  const { code, err } = await taskspec(['gate', 'reference', '--baseline', 'broken.yaml']);
  assert.is(code, 2);
  assert.match(err, /broken\.yaml:\d+:5 {2}unknown-key {2}there is no key 'verdikt' here/u);
  mkdirSync(join(path, 'folder.yaml'));
  assert.match((await taskspec(['gate', 'reference', '--baseline', 'folder.yaml'])).err, /this is a directory/u);
});

gate('calls that mean nothing are refused', async () => {
  assert.match((await taskspec(['gate'])).err, /no implementation is named/u);
  assert.match((await taskspec(['gate', 'reference', '--stale=never'])).err, /neither fail nor warn/u);
  assert.match((await taskspec(['gate', 'reference', 'pyodide'])).err, /does not know what to do with pyodide/u);
});

gate.run();
