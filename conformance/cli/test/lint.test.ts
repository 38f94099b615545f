import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { call } from './call.ts';
import { aFolder } from './folder.ts';

const lint = suite('taskspec lint');
const { path, remove } = aFolder();
lint.after(remove);
for (const folder of ['clauses', 'scenarios/done']) mkdirSync(join(path, folder), { recursive: true });
const write = (name: string, text: string): string => {
  writeFileSync(join(path, name), text);
  return join(path, name);
};
const clauses = write('clauses/done.yaml',
  'member: done\nclauses:\n  - {id: task.done.own, tag: D, says: must, class: core, sentences: [done.1], text: What it promises.}\n');
const body = 'coroutines:\n  main:\n    - log: reached\n';
const good = write('scenarios/done/good.yaml', `title: It is reached\nclauses: [task.done.own]\n${body}`);

lint('a folder with clauses and scenarios is a specification of its own', async () => {
  const whole = await call(['lint', path]);
  assert.equal(whole, { code: 0, out: 'no mistakes\n', err: '' });
  write('scenarios/done/bad.yaml', `title: It is reached\nclauses: [task.done.other]\n${body}`);
  const { code, err } = await call(['lint', path]);
  assert.is(code, 2);
  assert.match(err, /bad\.yaml:2:11 +unknown-clause/u);
  assert.match(err, /there is a mistake to mend/u);
});

lint('a file is read as what its place says: clauses, situations, or a scenario', async () => {
  assert.is((await call(['lint', clauses])).code, 0);
  const misplaced = write('clauses/cancel.yaml', readFileSync(clauses, 'utf8'));
  assert.match((await call(['lint', misplaced])).err, /cancel\.yaml:1:\d+ +file-misplaced/u);
  rmSync(misplaced);
  const situations = write('situations.yaml', 'situations:\n  - {id: done.1/a, tag: D, sentences: [done.1], text: What happens then., scenarios: [done/nowhere]}\n');
  assert.match((await call(['lint', situations])).err, /situations\.yaml:2:\d+ +unknown-scenario/u);
  // Held against the suite's own clauses, of which this is none.
  assert.match((await call(['lint', good])).err, /good\.yaml:2:11 +unknown-clause/u);
});

lint('the mistakes are printed as JSON, and the exit code is the same', async () => {
  const draft = write('draft.yaml', `title: [\n`);
  const { code, out, err } = await call(['lint', draft, '--json']);
  assert.is(code, 2);
  assert.is(err, '');
  assert.equal(JSON.parse(out).map((mistake: { readonly code: string }) => mistake.code), ['yaml-syntax']);
  assert.equal(await call(['lint', clauses, '--json']), { code: 0, out: '[]\n', err: '' });
});

lint.run();
