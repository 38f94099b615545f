import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSpec } from '../load-spec.ts';
import { renderMistake } from '../mistake.ts';
import { capabilities } from '../../capabilities.ts';

const spec = suite<{ folder: string }>('load-spec');

spec.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
});
spec.after.each(({ folder }) => {
  rmSync(folder, { recursive: true });
});

function write(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const clause = (member: string, slug = 'x'): string =>
  `  - {id: task.${member}.${slug}, tag: D, says: must, class: core, sentences: [${member}.1], text: What it promises.}\n`;
const clausesOf = (member: string, ...slugs: readonly string[]): string =>
  `member: ${member}\nclauses:\n${slugs.map((slug) => clause(member, slug)).join('')}`;
const scenario = (member: string, more = ''): string =>
  `title: What it is about, and how it ends\nclauses: [task.${member}.x]\n${more}coroutines:\n  main:\n    - log: reached\n`;

spec('clauses and scenarios come in the order of the document, by file and by name', ({ folder }) => {
  const { spec: loaded, mistakes } = loadSpec(write(folder, {
    'clauses/done.yaml': clausesOf('done', 'y', 'x'), 'clauses/cancel.yaml': clausesOf('cancel', 'x'),
    'scenarios/done/b.yaml': scenario('done'), 'scenarios/done/a.yaml': scenario('done', 'prerequisites: [cancel/z]\n'),
    'scenarios/cancel/z.yaml': scenario('cancel'), 'scenarios/README.md': 'not looked at', 'scenarios/.hidden.yaml': 'not looked at',
  }));
  assert.equal(mistakes, []);
  assert.is(loaded.document, '3.7');
  assert.equal(loaded.clauses.map(({ id }) => id), ['task.cancel.x', 'task.done.y', 'task.done.x']);
  assert.equal(loaded.scenarios.map(({ id, file }) => [id, file]), [
    ['cancel/z', 'spec/scenarios/cancel/z.yaml'], ['done/a', 'spec/scenarios/done/a.yaml'], ['done/b', 'spec/scenarios/done/b.yaml'],
  ]);
});

spec('the digest is that of what is said, not of where it stands', ({ folder }) => {
  const files = { 'clauses/done.yaml': clausesOf('done', 'x', 'y'), 'scenarios/done/a.yaml': scenario('done') };
  const before = loadSpec(write(folder, files)).spec.digest;
  assert.is(loadSpec(write(folder, { 'clauses/done.yaml': `# moved down\n\n${files['clauses/done.yaml']}` })).spec.digest, before);
  assert.is.not(loadSpec(write(folder, { 'clauses/done.yaml': files['clauses/done.yaml'].replace('promises', 'owes') })).spec.digest, before);
  write(folder, files);
  assert.is.not(loadSpec(write(folder, { 'scenarios/done/b.yaml': scenario('done') })).spec.digest, before);
});

spec('mistakes of several files are told in one go', ({ folder }) => {
  const { mistakes } = loadSpec(write(folder, {
    'clauses/done.yaml': clausesOf('done', 'x'),
    'scenarios/done/a.yaml': scenario('done').replace('log', 'lgo'),
    'scenarios/done/b.yaml': scenario('done', 'prerequisites: [done/a, done/d, done/b]\n'),
    'scenarios/done/c.yaml': scenario('cancel'),
    'scenarios/done/e.yaml/inner.txt': '',
  }));
  assert.equal(mistakes.map(renderMistake), [
    "spec/scenarios/done/a.yaml:5:7  one-verb  a step has exactly one verb\n  5 |     - lgo: reached\n    |       ^\n  Did you mean 'log'?",
    "spec/scenarios/done/b.yaml:3:25  prerequisite  there is no other scenario 'done/d'\n  3 | prerequisites: [done/a, done/d, done/b]\n"
    + "    |                         ^\n  Did you mean 'done/a'?",
    "spec/scenarios/done/b.yaml:3:33  prerequisite  there is no other scenario 'done/b'\n  3 | prerequisites: [done/a, done/d, done/b]\n"
    + "    |                                 ^\n  Did you mean 'done/a'?",
    "spec/scenarios/done/c.yaml:2:11  unknown-clause  there is no clause 'task.cancel.x'\n  2 | clauses: [task.cancel.x]\n    |           ^\n"
    + "  Did you mean 'task.done.x'?",
    'spec/scenarios/done/e.yaml:1:1  file-unreadable  this is a directory\n  Name a YAML file.',
  ]);
});

spec('while a file of clauses is broken, no clause is called unknown', ({ folder }) => {
  const { mistakes } = loadSpec(write(folder, { 'clauses/done.yaml': '[', 'scenarios/done/a.yaml': scenario('done') }));
  assert.equal(mistakes.map(({ file, code }) => `${file} ${code}`), ['spec/clauses/done.yaml yaml-syntax']);
});

spec('a file that would never be read is told', ({ folder }) => {
  const { spec: loaded, mistakes } = loadSpec(write(folder, {
    'clauses/done.yaml': clausesOf('done', 'x'), 'clauses/more/done.yaml': clausesOf('done', 'x'), 'clauses/cancel.yml': '',
    'scenarios/stray.yaml': '', 'scenarios/nobody/a.yaml': '', 'scenarios/done/Upper.yaml': '', 'scenarios/done/deep/er.yaml': '',
    'scenarios/done/a.yml': '', 'scenarios/done/b.YAML': '', 'scenarios/doneish/c.yaml': '', 'scenarios/done/\u001b[31m.yaml': '',
  }));
  assert.is(loaded.scenarios.length, 0);
  assert.equal(new Set(mistakes.map(({ code, sourceLine }) => `${code} ${String(sourceLine)}`)), new Set(['file-misplaced null']));
  assert.equal(mistakes.map(({ file }) => file), [
    'spec/clauses/cancel.yml', 'spec/clauses/more/done.yaml', 'spec/scenarios/done/\u001b[31m.yaml', 'spec/scenarios/done/Upper.yaml',
    'spec/scenarios/done/a.yml', 'spec/scenarios/done/b.YAML', 'spec/scenarios/done/deep/er.yaml', 'spec/scenarios/doneish/c.yaml',
    'spec/scenarios/nobody/a.yaml', 'spec/scenarios/stray.yaml',
  ]);
  assert.match(mistakes.map(({ message, hint }) => `${message}: ${hint}`).join('\n'),
    /a file of clauses is clauses\/<member>\.yaml: The members are class, cancel.*\n.*\na scenario is scenarios\/<member>\/<name>\.yaml, in lower case with hyphens: The members are/u);
  assert.not.match(mistakes.map(renderMistake).join(''), /\u001b/u);
});

spec('a folder that is missing, or is none, is told', ({ folder }) => {
  write(folder, { clauses: 'a file' });
  const { spec: loaded, mistakes } = loadSpec(folder);
  assert.equal([loaded.clauses, loaded.scenarios], [[], []]);
  assert.equal(mistakes.map(renderMistake), [
    'spec/clauses:1:1  file-unreadable  the folder cannot be read (ENOTDIR)\n  Name a folder with `clauses` and `scenarios` in it.',
    'spec/scenarios:1:1  file-unreadable  the folder cannot be read (ENOENT)\n  Name a folder with `clauses` and `scenarios` in it.',
  ]);
  assert.equal(loadSpec('/nowhere\u0000').mistakes.map(({ code }) => code), ['file-unreadable', 'file-unreadable']);
});

spec('a folder that somebody named is told by that name, as is each scenario in it', ({ folder }) => {
  write(folder, { 'clauses/done.yaml': clausesOf('done', 'x'), 'scenarios/done/a.yaml': scenario('done'), 'scenarios/done/b.yaml': scenario('cancel') });
  const { mistakes, spec: loaded } = loadSpec(folder, './my-spec/');
  assert.equal(mistakes.map(({ file }) => file), ['my-spec/scenarios/done/b.yaml']);
  assert.equal(loaded.scenarios.map(({ file }) => file), ['my-spec/scenarios/done/a.yaml']);
  assert.equal(loadSpec(folder, folder).mistakes.map(({ file }) => file), [`${folder}/scenarios/done/b.yaml`]);
});

spec('situations are held against the scenarios, and only while these are whole', ({ folder }) => {
  const rows = (name: string): string =>
    `situations:\n  - {id: done.1/a, tag: D, sentences: [done.1], text: What happens then., scenarios: [${name}]}\n`;
  const files = { 'clauses/done.yaml': clausesOf('done', 'x'), 'scenarios/done/a.yaml': scenario('done') };
  const whole = loadSpec(write(folder, { ...files, 'situations.yaml': rows('done/a') }));
  assert.equal(whole.mistakes, []);
  assert.equal(whole.situations.map(({ id, scenarios }) => [id, scenarios]), [['done.1/a', ['done/a']]]);
  const wrong = loadSpec(write(folder, { 'situations.yaml': rows('done/z') }));
  assert.equal(wrong.mistakes.map(({ file, code, message }) => `${file} ${code}: ${message}`), ["spec/situations.yaml unknown-scenario: there is no scenario 'done/z'"]);
  const broken = loadSpec(write(folder, { 'scenarios/done/a.yaml': '[' }));
  assert.equal(broken.mistakes.map(({ file }) => file), ['spec/scenarios/done/a.yaml']);
});

spec('the real specification is whole', () => {
  const { spec: real, mistakes } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
  assert.equal(mistakes.map(renderMistake), []);
  assert.ok(real.scenarios.length >= 100);
});

spec('every scenario checks a situation, and every clause has a scenario', () => {
  const { spec: real, situations } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
  const named = new Set(situations.flatMap(({ scenarios }) => scenarios));
  assert.equal(real.scenarios.map(({ id }) => id).filter((id) => !named.has(id)), []);
  const checked = new Set(real.scenarios.flatMap(({ clauses }) => clauses));
  assert.equal(real.clauses.map(({ id }) => id).filter((id) => !checked.has(id)), []);
});

spec('every capability is asked for by a scenario, so that who lacks it is told apart', () => {
  const { spec: real } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
  const asked = new Set(real.scenarios.flatMap((scenario) => scenario.capabilities));
  assert.equal(capabilities.filter((capability) => !asked.has(capability)), []);
});

spec('a Task without set_result and set_exception is no reason to pass a scenario over', () => {
  const { spec: real } = loadSpec(fileURLToPath(new URL('../../../spec', import.meta.url)));
  const setters = real.scenarios.filter(({ clauses }) => clauses.includes('task.class.no-setters'));
  assert.ok(setters.length >= 2);
  assert.equal([...new Set(setters.flatMap((scenario) => scenario.capabilities))].filter((capability) => capability.startsWith('set_')), []);
});

spec.run();
