// The command as its users call it: a process of its own, what it prints, and how it exits.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { installed, whereFound } from '../../test/where-found.ts';
import { discover } from '../../../adapters/python/discover.ts';
import { commands } from '../commands.ts';
import { call } from './call.ts';
import { argumentsOf, commandIn } from './taskspec.ts';

const command = suite('the command');
const root = fileURLToPath(new URL('../../..', import.meta.url));
const away = mkdtempSync(join(tmpdir(), 'taskspec-cli-'));
const newest = (await discover()).at(-1);
const withPython = whereFound(command, installed(newest !== undefined, 'a CPython', 'apt-get install python3'));

const taskspec = commandIn(away);

command.after(() => rmSync(away, { recursive: true }));

const example = 'cancel/documented-example';

command('without a word it says how it is called, and that this was no call', async () => {
  const { code, out } = await taskspec([]);
  assert.is(code, 2);
  assert.match(out, /Usage: taskspec <command>/u);
});

for (const { name } of commands) {
  command(`${name} --help says what it does`, async () => {
    const { code, out } = await call([name, '--help']);
    assert.is(code, 0);
    assert.match(out, new RegExp(`Usage: taskspec ${name}`, 'u'));
  });
}

command('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.is((await taskspec(['--version'])).out, `${version}\n`);
});

command('the reference conforms, which is exit code 0, and without colours where none are wanted', async () => {
  const { code, out } = await taskspec(['run', '--member', 'done']);
  assert.is(code, 0);
  assert.match(out, /reference +conforms/u);
  assert.not.match(out, /\u001b/u);
});

command('colours come where they are asked for', async () => {
  assert.match((await taskspec(['run', '--filter', example], { NO_COLOR: '', FORCE_COLOR: '1' })).out, /\u001b\[/u);
});

command('--json is JSON, and --output names the file of the results', async () => {
  const { code, out } = await taskspec(['run', '--filter', example, '--json', '--output', 'results.jsonl']);
  assert.is(code, 0);
  const { implementations, kept } = JSON.parse(out);
  assert.is(implementations[0].name, 'reference');
  assert.is(kept[0].file, 'results.jsonl');
  assert.is(readFileSync(join(away, 'results.jsonl'), 'utf8').split('\n').length, 4);
});

for (const [title, words, said] of [
  ['an unknown command', ['rum'], /Did you mean run\?/u],
  ['an unknown option', ['run', '--fliter', 'x'], /Did you mean --filter\?/u],
  ['an unknown implementation', ['run', 'refrence'], /Did you mean reference\?/u],
  ['an unknown variant', ['run', 'python+fast'], /no variant fast/u],
  ['a place where none is', ['run', 'reference:3'], /does not name an implementation/u],
  ['an unknown member', ['run', '--member', 'cancle'], /Did you mean cancel\?/u],
  ['a selection of nothing', ['run', '--filter', 'no/such'], /no scenario is selected/u],
  ['an option without its value', ['run', '--filter'], /needs a value/u],
  ['a value where none belongs', ['run', '--bail=yes'], /takes no value/u],
  ['a target that is none', ['run', '--target', '4'], /no version of Python/u],
  ['a time limit that is none', ['run', '--timeout', 'soon'], /no number of seconds/u],
  ['one output for two', ['run', 'reference', 'pyodide', '--output', 'x'], /one implementation/u],
  ['an output that is a directory', ['run', '--filter', example, '--output', '.'], /^taskspec: \. is a directory\n {2}Name a file in it\.\n$/u],
  ['the last failures where nothing ran', ['run', '--last-failed', '--output', 'never.jsonl'], /no results/u],
  ['an unknown clause', ['explain', 'task.cancel.exampel'], /Did you mean task\.cancel\.example\?/u],
  ['no clause at all', ['explain'], /no clause is named/u],
  ['an unknown scenario', ['show', 'cancel/documented-exampel'], /Did you mean/u],
  ['no scenario at all', ['show'], /no scenario is named/u],
  ['an unknown form', ['show', example, '--as', 'perl'], /cannot be shown as perl/u],
  ['an implementation for what runs none', ['show', example, '--on', 'reference'], /--on runs a scenario, and --as yaml does not/u],
  ['no draft', ['observe'], /no file is named/u],
  ['a draft that is not there', ['observe', 'nowhere.yaml'], /nowhere\.yaml/u],
  ['no page', ['drift'], /no page is named/u],
  ['a page that is not there', ['drift', 'nowhere.html'], /nowhere\.html cannot be read[^]*python3\.11-doc/u],
  ['a share that is none', ['coverage', '--min', 'most'], /is no share/u],
  ['a share above all', ['coverage', '--min', '101'], /is no share/u],
  ['coverage of an unknown member', ['coverage', '--member', 'cancle'], /Did you mean cancel\?/u],
  ['coverage of nothing', ['coverage', '--member', 'done', '--class', 'stacks'], /no clause is selected/u],
  ['a share where nothing is testable', ['coverage', '--clause', 'task.all_tasks.finished', '--min', '1'], /no testable clause/u],
] as const) {
  command(`${title} is exit code 2, one message and no stack trace`, async () => {
    const { code, err } = await call(words);
    assert.is(code, 2);
    assert.match(err, said);
    assert.not.match(err, /^ +at /mu);
  });
}

command('an interpreter that is missing is exit code 3, with what to install', async () => {
  const { code, err } = await taskspec(['run', 'python:3.99', '--filter', example]);
  assert.is(code, 3);
  assert.match(err, /install/u);
});

command('all mistakes of a specification are told in one go', async () => {
  const spec = join(away, 'broken');
  mkdirSync(join(spec, 'clauses'), { recursive: true });
  mkdirSync(join(spec, 'scenarios', 'done'), { recursive: true });
  writeFileSync(join(spec, 'clauses', 'done.yaml'), 'member: dome\nclauses: []\n');
  writeFileSync(join(spec, 'scenarios', 'done', 'broken.yaml'), 'title: [\n');
  const { code, err } = await taskspec(['run', '--spec', 'broken']);
  assert.is(code, 2);
  assert.match(err, /^broken\/clauses\/done\.yaml:1/mu);
  assert.match(err, /^broken\/scenarios\/done\/broken\.yaml:2/mu);
  assert.not.match(err, /^ +at /mu);
});

command('lint finds nothing in the suite', async () => {
  assert.is((await taskspec(['lint'])).code, 0);
});

command('lint holds a file against the specification that --spec names', async () => {
  const spec = join(away, 'own');
  mkdirSync(join(spec, 'clauses'), { recursive: true });
  mkdirSync(join(spec, 'scenarios', 'done'), { recursive: true });
  writeFileSync(join(spec, 'clauses', 'done.yaml'),
    'member: done\nclauses:\n  - {id: task.done.own, tag: D, says: must, class: core, sentences: [done.1], text: What it promises.}\n');
  const draft = 'title: What it is about, and how it ends\nclauses: [task.done.own]\ncoroutines:\n  main:\n    - log: reached\n';
  writeFileSync(join(away, 'draft.yaml'), draft);
  assert.is((await taskspec(['lint', '--spec', 'own', 'draft.yaml'])).code, 0);
  assert.is((await taskspec(['lint', '--spec', 'own'])).code, 0);
  const { code, err } = await taskspec(['lint', 'draft.yaml']);
  assert.is(code, 2);
  assert.match(err, /draft\.yaml:2:11 +unknown-clause/u);
  writeFileSync(join(spec, 'situations.yaml'),
    'situations:\n  - {id: done.1/a, tag: D, sentences: [done.1], text: What happens then., scenarios: [done/z]}\n');
  const whole = await taskspec(['lint', '--spec', 'own']);
  assert.is(whole.code, 2);
  assert.match(whole.err, /^own\/situations\.yaml:2:\d+ +unknown-scenario/mu);
});

command('every scenario has its stamp, and no stamp is stale', async () => {
  const { code, err } = await taskspec(['stamp', '--check']);
  assert.is(err, '');
  assert.is(code, 0);
});

command('list tells scenarios and clauses, as text and as JSON', async () => {
  assert.match((await call(['list', '--member', 'done'])).out, /done\/returned/u);
  assert.match((await call(['list', '--clauses', '--class', 'stacks'])).out, /task\.get_stack\./u);
  assert.ok(JSON.parse((await call(['list', '--json'])).out).length >= 100);
  assert.ok(JSON.parse((await call(['list', '--clauses', '--json'])).out).length >= 100);
});

command('explain says what a clause demands and what checks it', async () => {
  const { code, out } = await call(['explain', 'task.all_tasks.unfinished']);
  assert.is(code, 0);
  assert.match(out, /before 3\.9/u);
  assert.equal(JSON.parse((await call(['explain', 'task.cancel.example', '--json'])).out).scenarios, [example]);
});

command('explain names the sentences by their places', async () => {
  assert.match((await call(['explain', 'task.cancel.false-when-done'])).out, /says so +cancel\.r1 +asyncio-future › future-object › asyncio\.Future\.cancel +sentence, by reference/u);
  const { places, provedBy } = JSON.parse((await call(['explain', 'task.cancel.false-when-done', '--json'])).out);
  assert.equal(places, [{ id: 'cancel.r1', kind: 'sentence', page: 'asyncio-future', section: 'future-object', anchor: 'asyncio.Future.cancel', byReference: true }]);
  assert.ok(Array.isArray(provedBy));
});

command('coverage tells sums, and each sentence and clause of what it is narrowed to', async () => {
  const { code, out } = await call(['coverage']);
  assert.is(code, 0);
  assert.match(out, /sentences +\d+ +\d+ accounted for/u);
  assert.match((await call(['coverage', '--member', 'cancel'])).out, /cancel\.5 +untestable/u);
  assert.is(JSON.parse((await call(['coverage', '--badge'])).out).label, 'asyncio.Task proven');
  const { totals, clauses } = JSON.parse((await call(['coverage', '--class', 'stacks', '--json'])).out);
  assert.is(totals.testable.all + totals.observed.all + totals.contested.all, clauses.length);
});

const own = join(away, 'covered');
const writeOwn = (proofs: unknown): void => {
  for (const folder of ['clauses', 'scenarios/class', 'document', 'proofs']) mkdirSync(join(own, folder), { recursive: true });
  const clause = (name: string): string => `  - {id: task.class.${name}, tag: D, says: must, class: core, sentences: [class.1], text: What it promises.}\n`;
  writeFileSync(join(own, 'clauses', 'class.yaml'), `member: class\nclauses:\n${clause('one')}${clause('two')}`);
  for (const name of ['one', 'two']) {
    writeFileSync(join(own, 'scenarios', 'class', `${name}.yaml`), `title: It is reached\nclauses: [task.class.${name}]\ncoroutines:\n  main:\n    - log: reached\n`);
  }
  writeFileSync(join(own, 'proofs', 'wrong-tasks.json'), JSON.stringify(proofs));
};
const page = (sentence: string): string => `.. module:: asyncio\n\nTask Object\n===========\n\n.. class:: Task(coro)\n\n   ${sentence}\n`;

command('a ledger of one’s own is made from a page, classified by hand, and held against other versions', async () => {
  writeOwn({});
  writeFileSync(join(away, 'old.rst'), page('A made-up Task walks through the loop.'));
  writeFileSync(join(away, 'new.rst'), page('A made-up Task runs through the loop.'));
  writeFileSync(join(away, 'none.rst'), '.. module:: asyncio\n\n.. class:: Future()\n\n   Something else.\n');
  const without = await taskspec(['coverage', '--spec', 'covered']);
  assert.is(without.code, 2);
  assert.match(without.err, /has no ledger/u);

  const made = await taskspec(['drift', 'old.rst', '--update', '--spec', 'covered']);
  assert.is(made.code, 0);
  assert.match(made.out, /2 sentences in .*3\.7\.yaml\nto be classified: class\.0/u);
  const refused = await taskspec(['coverage', '--spec', 'covered']);
  assert.is(refused.code, 2);
  assert.match(refused.err, /unclassified-sentence {2}nothing says what 'class\.0' is/u);
  const ledger = join(own, 'document', '3.7.yaml');
  writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('kind: signature\n', 'kind: signature\n        informative: It is made up.\n'));
  assert.is((await taskspec(['drift', 'old.rst', '--update', '--spec', 'covered'])).out.includes('classified'), false);

  assert.is((await taskspec(['drift', 'old.rst', '--spec', 'covered'])).code, 0);
  const drifted = await taskspec(['drift', 'new.rst', '--spec', 'covered', '--json']);
  assert.is(drifted.code, 1);
  const { normative, sentences, totals } = JSON.parse(drifted.out);
  assert.ok(normative);
  assert.equal(sentences[1], {
    id: 'class.1', fate: 'reworded', anchor: 'asyncio.Task', page: 'asyncio-task', standing: 'clause', likeness: 0.75,
    text: 'A made-up Task runs through the loop.', clauses: ['task.class.one', 'task.class.two'], scenarios: ['class/one', 'class/two'],
  });
  assert.is(totals.scenarios, 2);
  assert.match((await taskspec(['drift', 'new.rst', '--spec', 'covered'])).out, /reworded +class\.1 +sentence +75 % alike/u);
  const none = await taskspec(['drift', 'none.rst', '--spec', 'covered']);
  assert.is(none.code, 2);
  assert.match(none.err, /none\.rst does not define asyncio\.Task/u);
  writeFileSync(join(away, 'asyncio-task.rst'), page('A made-up Task walks through the loop.'));
  writeFileSync(join(away, 'asyncio-future.rst'), '.. module:: asyncio\n\n.. class:: Future()\n\n   Something else.\n');
  assert.is((await taskspec(['drift', 'asyncio-future.rst', '--spec', 'covered'])).code, 2, 'the page beside it was not asked for');
  assert.is((await taskspec(['drift', 'asyncio-future.rst', 'asyncio-task.rst', '--spec', 'covered'])).code, 0);
});

command('--min is held by the share of proven clauses', async () => {
  writeOwn({ late: { says: 'It comes late.', language: 'python', proves: { 'task.class.one': ['class/one'] } } });
  assert.is((await taskspec(['coverage', '--spec', 'covered', '--min', '50'])).code, 0);
  const { code, err } = await taskspec(['coverage', '--spec', 'covered', '--min', '50.1']);
  assert.is(code, 1);
  assert.match(err, /50\.0 % of the testable clauses are proven, at least 50\.1 % were asked for/u);
  assert.is(JSON.parse((await taskspec(['coverage', '--spec', 'covered', '--clause', '*.one', '--min', '100', '--json'])).out).proven, 100);
});

command('show gives the file, the data, and a program', async () => {
  assert.match((await call(['show', example])).out, /^# yaml-language-server/u);
  assert.ok(JSON.parse((await call(['show', example, '--as', 'json'])).out).bodies.length > 0);
  assert.match((await call(['show', example, '--as', 'python'])).out, /async def main/u);
});

command('show draws the timeline of a run, on the reference unless another is named', async () => {
  const { code, out } = await call(['show', example, '--as', 'timeline']);
  assert.is(code, 0);
  assert.match(out, /documented-example on reference\n/u);
  assert.match(out, /^cancel_me#1 .*\?.*!□$/mu);
  assert.match(out, /passed\n$/u);
  assert.is((await taskspec(['show', example, '--as', 'timeline', '--on', 'python:3.99'])).code, 3);
});

command('implementations says what is here and what would install the rest', async () => {
  const { code, out } = await taskspec(['implementations'], { PATH: '', PYENV_ROOT: away });
  assert.is(code, 0);
  assert.match(out, /python:3\.7 +absent +pyenv install 3\.7/u);
  assert.match(out, /pypy +absent +apt-get install pypy3/u);
  const rows: readonly { readonly name: string; readonly found: boolean }[] = JSON.parse((await taskspec(['implementations', '--json'])).out);
  assert.ok(rows.some(({ name, found }) => name === 'reference' && found));
});

command('a reader that goes away early ends it without a word', async () => {
  const child = spawn(process.execPath, argumentsOf(['list', '--json']), { cwd: away, stdio: ['ignore', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  child.stdout.once('data', () => child.stdout.destroy());
  await new Promise((resolve) => child.on('close', resolve));
  assert.is(err, '');
});

withPython('observe shows beside each step what every Python saw', async () => {
  const file = join(root, 'spec', 'scenarios', 'cancel', 'documented-example.yaml');
  const { code, out } = await taskspec(['observe', file, 'reference', `python:${newest?.path ?? ''}`]);
  assert.is(code, 0);
  assert.match(out, /python:/u);
  assert.match((await taskspec(['observe', file, 'reference', '--json'])).out, /"sees?n"|seen/u);
});

withPython('a wrong implementation is exit code 1, with the promise, the step and the program; its last failures can be run again', async () => {
  const patched = join(away, 'patched');
  mkdirSync(patched);
  writeFileSync(join(patched, 'sitecustomize.py'), readFileSync(join(root, 'adapters', 'wrong', 'python', 'cancel_answers_none.py')));
  const python = `python:${newest?.path ?? ''}`;
  const words = ['run', python, '--member', 'cancel', '--class', 'cancellation'];
  const { code, out } = await taskspec(words, { PYTHONPATH: patched });
  assert.is(code, 1);
  assert.match(out, /must task\.cancel\.true-while-pending/u);
  assert.match(out, /expected +True/u);
  assert.match(out, /taskspec show cancel\/true-while-not-done --as python/u);
  const again = await taskspec(['run', python, '--last-failed', '--bail'], { PYTHONPATH: patched });
  assert.is(again.code, 1);
  assert.match(again.out, /not run/u);
});

withPython('the timeline marks where a wrong implementation goes wrong', async () => {
  const python = `python:${newest?.path ?? ''}`;
  const { code, out } = await taskspec(['show', 'cancel/true-while-not-done', '--as', 'timeline', '--on', python], { PYTHONPATH: join(away, 'patched') });
  assert.is(code, 0);
  assert.match(out, /✘ +\d+ .*True +None/u);
  assert.match(out, /failed first at line \d+\n$/u);
});

withPython('Ctrl-C writes what came, marked as cut short, and leaves with 130', async () => {
  const stuck = join(away, 'stuck');
  mkdirSync(stuck);
  // The file tells that it was started, as there is nothing else to wait for.
  const begun = join(stuck, 'begun');
  writeFileSync(join(stuck, 'sitecustomize.py'), `open(${JSON.stringify(begun)}, 'w').close()\n${readFileSync(join(root, 'adapters', 'wrong', 'python', 'loops_in_cancel.py'), 'utf8')}`);
  const words = ['run', `python:${newest?.path ?? ''}`, '--member', 'cancel', '--timeout', '60', '--output', 'cut.jsonl'];
  const child = spawn(process.execPath, argumentsOf(words), {
    cwd: away, env: { ...process.env, PYTHONPATH: stuck }, stdio: 'ignore',
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(begun) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGINT');
  const code = await ended;
  assert.is(code, 130);
  assert.match(readFileSync(join(away, 'cut.jsonl'), 'utf8'), /"complete":"cut short"/u);
});

command.run();
