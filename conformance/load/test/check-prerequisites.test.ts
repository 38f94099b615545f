import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { prerequisiteCycles } from '../check-prerequisites.ts';
import { loadSpec } from '../load-spec.ts';
import { renderMistake } from '../mistake.ts';

const prerequisites = suite<{ folder: string }>('check-prerequisites');

prerequisites.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
});
prerequisites.after.each(({ folder }) => {
  rmSync(folder, { recursive: true });
});

/** A specification whose scenarios need each other as said. */
function write(folder: string, needs: Readonly<Record<string, string>>): string {
  for (const path of ['clauses', 'scenarios/done']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'clauses', 'done.yaml'),
    'member: done\nclauses:\n  - {id: task.done.x, tag: D, says: must, class: core, sentences: [done.1], text: What it promises.}\n');
  for (const [name, list] of Object.entries(needs)) {
    writeFileSync(join(folder, 'scenarios', 'done', `${name}.yaml`),
      `title: What it is about, and how it ends\nclauses: [task.done.x]\n${list === '' ? '' : `prerequisites: ${list}\n`}coroutines:\n  main:\n    - log: reached\n`);
  }
  return folder;
}

prerequisites('two that need each other are told at the one that closes the circle', ({ folder }) => {
  const { mistakes } = loadSpec(write(folder, { a: '[done/b]', b: '[done/c, done/a]', c: '' }));
  assert.equal(mistakes.map(renderMistake), [
    'spec/scenarios/done/b.yaml:3:25  prerequisite  these prerequisites lead back to where they began: done/a → done/b → done/a\n'
    + '  3 | prerequisites: [done/c, done/a]\n    |                         ^\n'
    + '  Remove one of them: a failure is explained by what is simpler, and that by nothing that needs it.',
  ]);
});

prerequisites('two ways to the same scenario are no circle', ({ folder }) => {
  const { mistakes } = loadSpec(write(folder, { a: '[done/b, done/c]', b: '[done/d]', c: '[done/d]', d: '' }));
  assert.equal(mistakes, []);
});

prerequisites('each circle is told once, whoever leads into it', ({ folder }) => {
  const { mistakes } = loadSpec(write(folder, { a: '[done/b]', b: '[done/c]', c: '[done/b]', d: '[done/e]', e: '[done/d]' }));
  assert.equal(mistakes.map(({ file, message }) => `${file}: ${message}`), [
    'spec/scenarios/done/c.yaml: these prerequisites lead back to where they began: done/b → done/c → done/b',
    'spec/scenarios/done/e.yaml: these prerequisites lead back to where they began: done/d → done/e → done/d',
  ]);
});

prerequisites('one that needs itself is told where its file is read, and once', ({ folder }) => {
  const { mistakes, spec } = loadSpec(write(folder, { a: '[done/a]' }));
  assert.equal(mistakes.map(({ message }) => message), ["there is no other scenario 'done/a'"]);
  assert.equal(prerequisiteCycles(spec.scenarios, () => ''), []);
});

prerequisites.run();
