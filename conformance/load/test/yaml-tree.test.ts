import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Mistakes } from '../mistake.ts';
import { entry, locate, parseTree, plainValue, type Tree } from '../yaml-tree.ts';
import { accepted, mainOf, mistakesIn, refused } from './bad-file.ts';

const yaml = suite('yaml-tree');

const SYNTAX = 'Mend the YAML; a text with `: ` or ` #` in it needs quotes, and a map in one line breaks at commas.';
const NUMBER = 'Write decimal digits, below 2^53 and without a zero in front; or quote it to make it a text.';

const treeOf = (text: string): Tree => {
  const mistakes = new Mistakes('x.yaml', text);
  const tree = parseTree(text, mistakes);
  assert.equal(mistakes.found, []);
  assert.ok(tree);
  return tree;
};

yaml('every node of the tree knows its place and what the file writes', () => {
  assert.equal(treeOf("a: 'one'\nb:\n  - true\n  -\n"), {
    kind: 'map', at: { line: 1, column: 1 },
    entries: [
      { key: 'a', at: { line: 1, column: 1 }, value: { kind: 'scalar', at: { line: 1, column: 4 }, value: 'one', raw: "'one'" } },
      {
        key: 'b', at: { line: 2, column: 1 },
        value: {
          kind: 'list', at: { line: 3, column: 3 },
          items: [
            { kind: 'scalar', at: { line: 3, column: 5 }, value: true, raw: 'true' },
            { kind: 'scalar', at: { line: 4, column: 4 }, value: null, raw: '' },
          ],
        },
      },
    ],
  });
});

yaml('the plain value is what JSON would hold, whatever the keys are called', () => {
  const value = plainValue(treeOf('__proto__: 1\nconstructor: [null, -2, "3"]\n'));
  assert.is(JSON.stringify(value), '{"__proto__":1,"constructor":[null,-2,"3"]}');
  assert.is(Object.getPrototypeOf(value), Object.prototype);
});

yaml('an entry is found by its key in a map, and nowhere else', () => {
  const tree = treeOf('a: [b]\n');
  assert.is(entry(tree, 'a')?.value.kind, 'list');
  assert.is(entry(tree, 'toString'), undefined);
  assert.is(entry(treeOf('[a]\n'), 'a'), undefined);
});

yaml('a pointer finds the node it names, or the nearest above', () => {
  const tree = treeOf('a/b:\n  - c~d: 1\n');
  assert.equal(locate(tree, '/a~1b/0/c~0d').at, { line: 2, column: 10 });
  assert.equal(locate(tree, '/a~1b/0').at, { line: 2, column: 5 });
  assert.equal(locate(tree, '/a~1b').at, { line: 1, column: 1 });
  assert.equal(locate(tree, '/a~1b/7').at, { line: 1, column: 1 });
  assert.equal(locate(tree, '/nothing').at, { line: 1, column: 1 });
  assert.equal(locate(tree, '/a~1b/0/c~0d/deeper').at, { line: 2, column: 10 });
});

yaml('broken YAML is told where it breaks, once a line', () => {
  refused(mainOf('- check: t.done()\n  is: §a: b'), ['yaml-syntax', 'Nested mappings are not allowed in compact mappings', SYNTAX]);
  refused(`${mainOf('- log: "never closed')}§`, ['yaml-syntax', 'Missing closing "quote', SYNTAX]);
});

yaml('a tab is no indentation', () => {
  const [first] = mistakesIn(mainOf('- log: a').replace('  main:\n    - log', '\tmain:\n\t\t- log'));
  assert.equal([first?.code, first?.line, first?.column, first?.message], ['yaml-syntax', 4, 1, 'Tabs are not allowed as indentation']);
});

yaml('a mark of byte order and Windows line ends change nothing', () => {
  const text = mainOf('- log: a');
  assert.equal(accepted(text.replaceAll('\n', '\r\n')).digest, accepted(text).digest);
});

yaml('a file holds one document', () => {
  refused(`${mainOf('- log: a')}§---\n${mainOf('- log: b')}`,
    ['yaml-syntax', 'a file holds one document', 'Make a file of its own of what follows `---`.']);
});

yaml('a key that is there twice is told at the second, and the rest of the file is read', () => {
  refused(mainOf('- log: a\n  §log: b\n- log: c\n  times: §1.5\n- call: §nothing()').replace('coroutines:', 'futures: [f]\n§title: again\ncoroutines:'),
    ['yaml-duplicate-key', "the key 'title' is there twice", 'Remove or rename one of the two.'],
    ['yaml-duplicate-key', "the key 'log' is there twice", 'Remove or rename one of the two.'],
    ['wrong-type', "'1.5' is not written as a whole number that JavaScript holds exactly", NUMBER],
    ['unknown-name', "nothing is called 'nothing'", 'Bind it with `as:`, declare it, or write a text in quotes.']);
});

yaml('numbers are whole, decimal and exact: others mean different things to different readers', () => {
  const texts = ['3.10', '1.0', '1e3', '1e400', '0x10', '0o17', '010', '-0', '+5', '.inf', '.nan', '9007199254740993'];
  for (const text of texts) {
    refused(mainOf(`- check: loop\n  is: §${text}`), ['wrong-type', `'${text}' is not written as a whole number that JavaScript holds exactly`, NUMBER]);
  }
  for (const text of ['0', '-1', '9007199254740991', "'3.10'", 'yes', '1_000', '12:30']) accepted(mainOf(`- check: loop\n  is: ${text}`));
});

yaml('a number of a megabyte is told in part', () => {
  const [mistake] = mistakesIn(mainOf(`- check: loop\n  is: ${'9'.repeat(100_000)}`));
  assert.ok((mistake?.message.length ?? 0) < 500);
});

yaml('a key is a text, and none without end', () => {
  const TEXT = ['wrong-type', 'a key must be a text', 'Quote it.'] as const;
  const found = mistakesIn(mainOf('- log: a').replace('coroutines:', '3: x\nnull: x\ntrue: x\n? [a, b]\n: x\n? {a: b}\n: x\ncoroutines:'));
  assert.equal(found.filter(({ code }) => code === 'wrong-type').map(({ code, line, message, hint }) => [line, code, message, hint]),
    [[3, ...TEXT], [4, ...TEXT], [5, ...TEXT], [6, ...TEXT], [8, ...TEXT]]);
  const [long] = mistakesIn(mainOf('- log: a').replace('main:', `? "except (A${' '.repeat(50_000)}"\n  :`));
  assert.is(long?.message, 'a key of more than 200 characters');
});

yaml('a merge key is a key like any other', () => {
  const found = mistakesIn(mainOf('- log: a\n  <<: {times: 3}'));
  assert.equal(found.map(({ code, message }) => [code, message]), [['unknown-key', "there is no key '<<' here"]]);
});

yaml('twenty thousand keys are read in no time', () => {
  const started = process.cpuUsage();
  const found = mistakesIn(Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join(''));
  assert.is(found.length, 101);
  assert.is(found.at(-1)?.code, 'more-mistakes');
  assert.ok(process.cpuUsage(started).user < 5e6);
});

yaml.run();
