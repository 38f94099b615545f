import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse, stringify } from 'yaml';
import { loadScenario, readScenario } from '../load-scenario.ts';
import { loadSpec } from '../load-spec.ts';
import { renderMistake } from '../mistake.ts';
import { accepted, clauses, dedent, mainOf, mistakesIn, refused, scenarioFile } from './bad-file.ts';

const loading = suite('load-scenario');

loading('a scenario is split into a program, an expectation, and the places of its steps', () => {
  const scenario = accepted(dedent(`
    title: A Task is not done before its first step
    clauses: [task.done.x, task.done.y]
    prerequisites: [done/other]
    futures: [f]
    coroutines:
      main:
        - check: f.done()
          is: false
          clause: task.done.y
  `));
  assert.is(scenario.id, 'done/x');
  assert.is(scenario.file, 'spec/scenarios/done/x.yaml');
  assert.is(scenario.title, 'A Task is not done before its first step');
  assert.equal(scenario.clauses, ['task.done.x', 'task.done.y']);
  assert.equal(scenario.prerequisites, ['done/other']);
  assert.equal(scenario.capabilities, ['done', 'Future']);
  assert.equal(scenario.program.futures, ['f']);
  assert.equal(scenario.expectation, {
    clause: 'task.done.x', variants: [''], order: [[]],
    steps: [{
      step: 1, clause: 'task.done.y',
      outcomes: [{ times: 1, forms: [{ kind: 'is', pattern: { kind: 'constant', value: false } }], each: null }],
    }],
  });
  assert.equal(scenario.places, [
    { id: 1, line: 7, column: 7, body: 'main', text: 'check: f.done()', expects: 'is: false' },
    { id: 2, line: 6, column: 3, body: 'drive', text: 'call: loop.run_until_complete(main())', expects: null },
  ]);
});

loading('a file that cannot be read is a mistake', () => {
  const { scenario, mistakes } = loadScenario({ path: '/nowhere/x.yaml', file: 'x.yaml', id: 'done/x' }, null);
  assert.is(scenario, null);
  assert.equal(mistakes.map(({ code }) => code), ['file-unreadable']);
});

loading('a file is read from where it lies, and a draft may name clauses that do not exist yet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskspec-'));
  try {
    const path = join(folder, 'draft.yaml');
    writeFileSync(path, mainOf('- log: reached').replace('task.done.x', 'task.done.not-yet-written'));
    const { scenario, mistakes } = loadScenario({ path, file: 'draft.yaml', id: 'draft' }, null);
    assert.equal(mistakes, []);
    assert.equal(scenario?.clauses, ['task.done.not-yet-written']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

loading('a clause that does not exist is told where it is listed', () => {
  refused(mainOf('- log: reached').replace('[task.done.x]', '[task.done.x, §task.done.yy, §task.run.nowhere-written]'),
    ['unknown-clause', "there is no clause 'task.done.yy'", "Did you mean 'task.done.y'?"],
    ['unknown-clause', "there is no clause 'task.run.nowhere-written'", 'Write it in spec/clauses first.']);
});

loading('a step can only name a clause of its scenario', () => {
  refused(mainOf(`
    - log: reached
      clause: §task.done.y
    - log: reached again
      clause: §task.cancel.thrown
  `),
    ['unknown-clause', "'task.done.y' is not among the scenario's clauses", "Did you mean 'task.done.x'? Otherwise add it under `clauses`."],
    ['unknown-clause', "'task.cancel.thrown' is not among the scenario's clauses", 'Add it under `clauses`.']);
});

loading('a clause that no step names is told, unless it is the primary one', () => {
  refused(mainOf('- log: reached').replace('[task.done.x]', '[task.done.x, §task.done.y]'),
    ['unused-clause', "no step names 'task.done.y'", 'Add `clause:` to the step that tests it, or remove it here.']);
});

loading('a clause counts as used where a log names it that only stands in order', () => {
  const { expectation } = accepted(mainOf(`
    - log: before
    - log: after
      clause: task.done.y
  `).replace('[task.done.x]', '[task.done.x, task.done.y]').concat('order: [before, after]\n'));
  assert.equal(expectation.steps.map(({ clause }) => clause), ['task.done.x', 'task.done.y']);
});

loading('a clause counts as used where a never names it', () => {
  accepted(mainOf(`
    - never: it is called
      clause: task.done.y
  `).replace('[task.done.x]', '[task.done.x, task.done.y]'));
});

loading('a prerequisite that does not exist, or is the scenario itself, is told where it stands', () => {
  refused(mainOf('- log: reached').replace('coroutines:', dedent(`
    prerequisites:
      - done/other
      - §done/othr
      - §done/x
      - §gather/of-everything
    coroutines:`)),
  ['prerequisite', "there is no other scenario 'done/othr'", "Did you mean 'done/other'?"],
  ['prerequisite', "there is no other scenario 'done/x'", 'Name a scenario by its path.'],
  ['prerequisite', "there is no other scenario 'gather/of-everything'", 'Name a scenario by its path.']);
});

loading('the python-syntax class of the primary clause asks for its capability', () => {
  const [[id, clause] = []] = [...clauses];
  if (id === undefined || clause === undefined) throw new Error('there is a clause');
  const { scenario } = readScenario(mainOf('- log: reached'), { file: 'x.yaml', id: 'done/x' },
    new Map([[id, { ...clause, class: 'python-syntax' }]]));
  assert.equal(scenario?.capabilities, ['python-syntax']);
});

loading('several mistakes of a file are told in one go, from the first line to the last', () => {
  refused(scenarioFile(`
    futures: [§class]
    coroutines:
      main:
        - check: §t.§dome()
          is: true
        - check: f(1 §+ 2)
          is: 3
        - log: a label
        - §log: a label
        - return
        - §never: too late
      §idle:
        - log: idling
    order: [a label, §a lable]
  `),
  ['reserved-name', "'class' is a word of Python or of this language", 'Choose another name.'],
  ['unknown-name', "nothing is called 't'", 'Bind it with `as:`, declare it, or write a text in quotes.'],
  ['unknown-attribute', "'dome' is no attribute of this language", "Did you mean 'done'?"],
  ['expression-syntax', "'+ 2)' is not part of an expression",
    "An expression is a call in Python's syntax, `t.add_done_callback(done, context=box)`: names, whole numbers, quoted texts, True, False, None, lists; no operators."],
  ['label-twice', "the label 'a label' is used by another step", 'Give each log a text of its own.'],
  ['unreachable-step', "nothing is reached after 'return'", 'Remove it, or move it before.'],
  ['body-not-started', "nothing starts 'idle'", 'Call it from a step that is reached, or remove it.'],
  ['unknown-label', "no log is called 'a lable'", "Did you mean 'a label'?"]);
});

loading('beside what the schema says, what cannot follow from it is told too', () => {
  refused(mainOf(`
    - §chek: f.done()
      is: true
    - call: f.§dome()
    - log: reached
      times: §often
  `),
  ['one-verb', 'a step has exactly one verb', "Did you mean 'check'?"],
  ['unknown-attribute', "'dome' is no attribute of this language", "Did you mean 'done'?"],
  ['wrong-type', 'this must be a whole number', 'See spec/README.md.']);
});

loading('what was told of a line already is not told of it again', () => {
  refused(mainOf(`
    - log: reached
      §as: class
    - log: §"\\e[31mred"
  `),
  ['unknown-key', "there is no key 'as' here", 'Known here: log, clause, times, words, cpython, pypy, uvloop, pyodide, micropython, eager.'],
  ['character', 'the character U+001B has no place in a spec file', 'Remove it, or write what it means.']);
});

const scenariosFolder = fileURLToPath(new URL('../../../spec', import.meta.url));
const { spec, mistakes: specMistakes } = loadSpec(scenariosFolder);
const real = spec.scenarios.map((scenario) => {
  const path = join(scenariosFolder, 'scenarios', `${scenario.id}.yaml`);
  return { scenario, text: readFileSync(path, 'utf8') };
});

loading('the real specification has scenarios, and no mistake', () => {
  assert.equal(specMistakes.map(renderMistake), []);
  assert.ok(real.length >= 100);
});

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every expectation says something else: constants change, and whether a point is reached. Names stay, they are shared. */
function otherwise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherwise);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (key === 'never') return ['log', inner];
    if (key === 'is' && typeof inner === 'boolean') return [key, !inner];
    if (key === 'is' && (typeof inner === 'number' || inner === null)) return [key, 4711];
    if (key === 'each' && Array.isArray(inner)) return [key, inner.map((item: unknown) => (typeof item === 'boolean' ? !item : item))];
    return [key, otherwise(inner)];
  }));
}

loading('the Program of every real scenario has nothing of its expectation', () => {
  for (const { scenario, text } of real) {
    const content: unknown = parse(text);
    if (!isMap(content)) throw new Error('a scenario is a map');
    const { order: _, title: __, prerequisites: ___, clauses: ids, ...rest } = content;
    const changed = otherwise({ title: 'Something else altogether', clauses: Array.isArray(ids) ? [...ids].reverse() : ids, ...rest });
    const read = readScenario(stringify(changed, { aliasDuplicateObjects: false }), scenario, null);
    // The primary clause has changed, so steps may name no other.
    const mistakes = read.mistakes.filter(({ code }) => code !== 'unused-clause');
    assert.equal(mistakes.map(renderMistake), []);
    if (read.scenario === null) continue;
    assert.equal(read.scenario.program, scenario.program, scenario.id);
  }
});

loading('of an expectation only that something raises is part of the Program', () => {
  const program = (expectation: string): unknown => accepted(mainOf(`
    - call: Future()
      as: t
    - check: t.result()
      ${expectation}
  `)).program;
  assert.equal(program('is: 1'), program('is: [2, null]'));
  assert.equal(program('is: 1'), program('one_of: [1, 2]'));
  assert.equal(program('raises: ValueError'), program('raises: KeyError(3)'));
  assert.equal(program('raises: ValueError'), program('one_of: [1, {raises: KeyError}]'));
  assert.equal(program('raises: ValueError'), program('each: [{raises: KeyError}, 1]'));
  assert.not.equal(program('is: 1'), program('raises: ValueError'));
});

/** A generator of whole numbers below a limit, the same for the same seed. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const SPLINTERS = [
  '', ' ', '\n', '\t', ':', ': ', '- ', '-', '#', ' #', '"', "'", '{', '}', '[', ']', ',', '&a ', '*a', '!!set ', '!x ', '|', '>', '|-\n', '---\n', '...\n', '? ',
  '%YAML 1.1\n', '<<: ', '\u001b[31m', '\u0000', '\u2028', '\u202e', '\\', '"\\ud800"', '😀', 'é', '__proto__', 'constructor', 'toString', '_x', 'class', 'see',
  'null', 'true', '1e400', '3.10', '010', '-0', '9007199254740993', '(', ')', '()', '.', '=', '((((((((((((((((((((((((((', "'", 'is: ', 'each: ', 'times: ', 'words: ',
  'one_of: ', 'raise', 'return', 'yield: ', 'try:\n', 'except: ', 'except (A, B) as e: ', 'do:\n', 'order: ', 'variants: [words, cpython]\n', 'drive:\n', '\r', '\r\n',
];

function mutate(text: string, roll: (limit: number) => number): string {
  let mutated = text;
  for (let count = 1 + roll(3); count > 0; count -= 1) {
    const at = roll(mutated.length);
    const splinter = SPLINTERS[roll(SPLINTERS.length)] ?? '';
    const lines = mutated.split('\n');
    const line = roll(lines.length);
    switch (roll(6)) {
      case 0:
        mutated = mutated.slice(0, at) + splinter + mutated.slice(at);
        break;
      case 1:
        mutated = mutated.slice(0, at) + mutated.slice(at + 1 + roll(6));
        break;
      case 2:
        mutated = mutated.slice(0, at) + splinter + mutated.slice(at + 1 + roll(6));
        break;
      case 3:
        mutated = [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n');
        break;
      case 4:
        mutated = [...lines.slice(0, line), lines[line] ?? '', ...lines.slice(line)].join('\n');
        break;
      default:
        mutated = [...lines.slice(0, line), `${' '.repeat(roll(5))}${lines[line] ?? ''}`, ...lines.slice(line + 1)].join('\n');
    }
  }
  return mutated;
}

loading('whatever becomes of a real file, reading it ends with a scenario or with mistakes, and nothing is thrown', () => {
  const roll = dice(20240229);
  let refusals = 0;
  for (let round = 0; round < 4000; round += 1) {
    const text = mutate(real[roll(real.length)]?.text ?? '', roll);
    try {
      const found = mistakesIn(text);
      for (const mistake of found) {
        assert.ok(mistake.line >= 1 && mistake.column >= 1 && mistake.message !== '' && mistake.hint !== '');
        assert.not.match(renderMistake(mistake), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]|undefined|\bNaN\b/u);
      }
      if (found.length > 0) refusals += 1;
    } catch (error) {
      throw new Error(`in round ${round}:\n${text}`, { cause: error });
    }
  }
  assert.ok(refusals > 2000);
});

loading.run();
