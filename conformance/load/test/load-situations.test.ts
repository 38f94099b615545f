import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { loadSituations, type KnownScenarios, type LoadedSituations } from '../load-situations.ts';
import { accepted, clauses as known, dedent, mainOf } from './bad-file.ts';

const situations = suite<{ folder: string }>('load-situations');

situations.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
});
situations.after.each(({ folder }) => {
  rmSync(folder, { recursive: true });
});

/** The scenario done/x, which checks a clause that is a `must`. */
const there: KnownScenarios = { scenarios: [accepted(mainOf('- log: reached\n'))], clauses: known };

function load(folder: string, text: string, scenarios: KnownScenarios | null = there): LoadedSituations {
  const path = join(folder, 'situations.yaml');
  writeFileSync(path, dedent(text));
  return loadSituations(path, 'spec/situations.yaml', scenarios);
}

const told = ({ mistakes }: LoadedSituations): readonly string[] =>
  mistakes.map(({ code, line, column, message, hint }) => `${line}:${column} ${code}: ${message}. ${hint}`);

situations('a row has its scenarios, or the reason why there are none', ({ folder }) => {
  const loaded = load(folder, `
    situations:
      - id: done.1/returned
        tag: D
        sentences: [done.1, done.2]
        text: >-
          The coroutine returned,
          so the Task is done.
        scenarios: [done/x]
      - id: done.r1/collected
        tag: O
        sentences: [done.r1]
        text: A Task that nobody keeps.
        not-covered: Nothing of the language drops an object.
  `);
  assert.equal(told(loaded), []);
  assert.equal(loaded.situations, [
    { id: 'done.1/returned', tag: 'D', sentences: ['done.1', 'done.2'], text: 'The coroutine returned, so the Task is done.', scenarios: ['done/x'], notCovered: null },
    { id: 'done.r1/collected', tag: 'O', sentences: ['done.r1'], text: 'A Task that nobody keeps.', scenarios: [], notCovered: 'Nothing of the language drops an object.' },
  ]);
});

situations('a scenario that does not exist is told with what was meant', ({ folder }) => {
  const text = `
    situations:
      - {id: done.1/a, tag: D, sentences: [done.1], text: What happens then., scenarios: [done/x, done/y, cancel/nothing-like-it]}
  `;
  assert.equal(told(load(folder, text)), [
    "2:95 unknown-scenario: there is no scenario 'done/y'. Did you mean 'done/x'?",
    "2:103 unknown-scenario: there is no scenario 'cancel/nothing-like-it'. Name a scenario by its path.",
  ]);
  assert.equal(told(load(folder, text, null)), [], 'while scenarios are broken nobody can say which exist');
});

situations('a row without scenario and reason, or with both, is told', ({ folder }) => {
  assert.equal(told(load(folder, `
    situations:
      - {id: done.1/a, tag: D, sentences: [done.1], text: What happens then.}
      - {id: done.1/b, tag: D, sentences: [done.1], text: What happens then., scenarios: [done/x], not-covered: It cannot be said.}
  `)), [
    "2:10 situation: 'done.1/a' names no scenario and no reason. Write either `scenarios:` or `not-covered:`.",
    "3:10 situation: 'done.1/b' has scenarios, and a reason why there are none. Write either `scenarios:` or `not-covered:`.",
  ]);
});

situations('an id begins with the first sentence, and is there once', ({ folder }) => {
  assert.equal(told(load(folder, `
    situations:
      - {id: done.1/a, tag: D, sentences: [done.2, done.1], text: What happens then., scenarios: [done/x]}
      - {id: done.2/a, tag: D, sentences: [done.2], text: What happens then., scenarios: [done/x]}
      - {id: done.2/a, tag: D, sentences: [done.2], text: What happens then., scenarios: [done/x]}
  `)), [
    "2:10 situation: 'done.1/a' does not begin with its first sentence. Its id begins with done.2/.",
    "4:10 duplicate-situation: 'done.2/a' is there twice. Give each situation an id of its own.",
  ]);
});

situations('a tag that none of the scenarios answers is told', ({ folder }) => {
  const row = (tag: string): string => `
    situations:
      - {id: done.1/a, tag: ${tag}, sentences: [done.1], text: What happens then., scenarios: [done/x]}
  `;
  assert.equal(told(load(folder, row('R'))), []);
  for (const tag of ['O', 'X']) {
    assert.equal(told(load(folder, row(tag))), [
      `2:25 situation: 'done.1/a' has the tag ${tag}, and its scenarios check nothing of that kind. `
      + 'They check clauses that are must: mend the tag or name another scenario.',
    ]);
  }
});

situations('what the schema does not allow is told with advice', ({ folder }) => {
  assert.equal(told(load(folder, `
    situations:
      - {id: Done/a, tag: Q, sentences: [done], text: What happens then., scenarios: [done/x], note: more}
  `)), [
    "2:92 unknown-key: there is no key 'note' here. Known here: id, tag, sentences, text, scenarios, not-covered.",
    "2:10 schema: 'Done/a' is not written as it must be. A situation is called <sentence>/<slug>, such as cancel.2/while-sleeping.",
    '2:23 schema: this is none of: D, R, O, X. D the document says it; R the page it refers to says it; O it is silent and this is what CPython does; X the words and CPython part.',
    "2:38 schema: 'done' is not written as it must be. A sentence is called <member>.<number>, with an r before the number where another page says it.",
  ].sort((one, other) => Number(one.slice(2, one.indexOf(' '))) - Number(other.slice(2, other.indexOf(' ')))));
});

situations('a file that cannot be read is a mistake, and nothing is thrown', () => {
  assert.equal(loadSituations('/nowhere/situations.yaml', 'x/situations.yaml', null).mistakes.map(({ code, file }) => `${file} ${code}`), ['x/situations.yaml file-unreadable']);
});

situations.run();
