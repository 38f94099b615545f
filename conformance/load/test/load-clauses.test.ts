import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadClauses, type LoadedClauses } from '../load-clauses.ts';
import { dedent } from './bad-file.ts';

const clauses = suite<{ folder: string }>('load-clauses');

clauses.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
});
clauses.after.each(({ folder }) => {
  rmSync(folder, { recursive: true });
});

const load = (folder: string, member: string, text: string): LoadedClauses => {
  const path = join(folder, `${member}.yaml`);
  writeFileSync(path, dedent(text));
  return loadClauses(path, `spec/clauses/${member}.yaml`);
};

const told = ({ mistakes }: LoadedClauses): readonly string[] =>
  mistakes.map(({ code, line, column, message, hint }) => `${line}:${column} ${code}: ${message}. ${hint}`);

clauses('a clause has its level by its tag, its text on one line, and a link to its place in the document', ({ folder }) => {
  const loaded = load(folder, 'cancel', `
    member: cancel
    clauses:
      - id: task.cancel.request
        tag: D
        says: should
        class: cancellation
        sentences: [cancel.1, cancel.r2]
        text: >-
          A request that
            may be refused.
        since: '3.7'
        until: '3.9'
  `);
  assert.equal(loaded.mistakes, []);
  assert.equal(loaded.clauses, [{
    id: 'task.cancel.request', member: 'cancel', class: 'cancellation', level: 'should', text: 'A request that may be refused.',
    sentences: ['cancel.1', 'cancel.r2'], link: 'https://docs.python.org/3.7/library/asyncio-task.html#asyncio.Task.cancel',
    since: '3.7', until: '3.9', file: 'spec/clauses/cancel.yaml', line: 3,
  }]);
});

clauses('the level follows from the tag, and from how strongly the words speak', ({ folder }) => {
  const entries = [['D', 'must'], ['R', 'may'], ['D', 'should'], ['O', 'must'], ['X', 'should']].map(([tag, says], index) => `
      - id: task.done.c${index}
        tag: ${tag}
        says: ${says}
        class: core
        sentences: [done.1]
        text: What it promises.`);
  const loaded = load(folder, 'done', `
    member: done
    clauses:${entries.join('')}
  `);
  assert.equal(loaded.mistakes, []);
  assert.equal(loaded.clauses.map(({ level, since, until }) => [level, since, until]), [
    ['must', null, null], ['may', null, null], ['should', null, null], ['observed', null, null], ['contested', null, null],
  ]);
});

clauses('a promise that stands on another page links there', ({ folder }) => {
  const link = (member: string, sentences: string): string | undefined => load(folder, member, `
    member: ${member}
    clauses:
      - {id: task.${member}.x, tag: R, says: must, class: core, sentences: [${sentences}], text: What it promises.}
  `).clauses[0]?.link;
  const library = 'https://docs.python.org/3.7/library';
  assert.is(link('class', 'class.0'), `${library}/asyncio-task.html#asyncio.Task`);
  assert.is(link('class', 'class.r1'), `${library}/asyncio-future.html#asyncio.Future`);
  assert.is(link('class', 'class.r3'), `${library}/asyncio-task.html#asyncio.create_task`);
  assert.is(link('done', 'done.r1'), `${library}/asyncio-future.html#asyncio.Future.done`);
  assert.is(link('done', 'done.r1, done.0'), `${library}/asyncio-task.html#asyncio.Task.done`);
});

clauses('clauses of another member, ids that are there twice and a file of another name are told in one go', ({ folder }) => {
  const loaded = load(folder, 'cancel', `
    member: done
    clauses:
      - {id: task.done.x, tag: D, says: must, class: core, sentences: [done.1], text: What it promises.}
      - {id: task.cancel.x, tag: D, says: must, class: core, sentences: [done.1], text: What it promises.}
      - {id: task.done.x, tag: D, says: must, class: core, sentences: [done.1], text: What it promises.}
  `);
  assert.equal(told(loaded), [
    "1:1 file-misplaced: the clauses of 'done' belong in done.yaml. Rename the file, or mend `member`.",
    "4:10 clause-of-other-member: 'task.cancel.x' is no clause of done. Its id begins with task.done.",
    "5:10 duplicate-clause: 'task.done.x' is there twice. Give each clause an id of its own.",
  ]);
});

clauses('a range of versions that is empty is told', ({ folder }) => {
  const loaded = load(folder, 'done', `
    member: done
    clauses:
      - {id: task.done.x, tag: D, says: must, class: core, sentences: [done.1], text: What it promises., since: '3.10', until: '3.9'}
      - {id: task.done.y, tag: D, says: must, class: core, sentences: [done.1], text: What it promises., since: '3.9', until: '3.10'}
  `);
  assert.equal(told(loaded), ["3:124 schema: nothing lies between since '3.10' and until '3.9'. `until` is the first version that owes it no longer."]);
});

clauses('a file that is broken, misshapen or not there has no clauses, and says why', ({ folder }) => {
  assert.equal(told(load(folder, 'done', 'member: done: x')).length, 1);
  assert.equal(told(load(folder, 'done', 'member: done\nclauses: []\nclausses: []')), [
    '2:1 schema: this needs 1 items or more. See spec/README.md.',
    "3:1 unknown-key: there is no key 'clausses' here. Did you mean 'clauses'?",
  ]);
  const gone = loadClauses(join(folder, 'gone.yaml'), 'gone.yaml');
  assert.equal([gone.clauses, told(gone)], [[], ['1:1 file-unreadable: it cannot be read (ENOENT). Check that it exists and that you may read it.']]);
});

clauses.run();
