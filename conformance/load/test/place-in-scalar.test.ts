import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Mistakes } from '../mistake.ts';
import { placeInScalar } from '../place-in-scalar.ts';
import { entry, parseTree } from '../yaml-tree.ts';

const place = suite('place-in-scalar');

/** Where the `+` of the text under `a` is found in the file, as line:column. */
const found = (yaml: string): string => {
  const tree = parseTree(yaml, new Mistakes('x.yaml', yaml));
  const scalar = tree && entry(tree, 'a')?.value;
  if (scalar?.kind !== 'scalar') throw new Error('there is a scalar');
  const { line, column } = placeInScalar(scalar, String(scalar.value).indexOf('+'));
  return `${line}:${column}`;
};

/** Where the `+` stands. */
const real = (yaml: string): string => {
  const before = yaml.slice(0, yaml.indexOf('+')).split('\n');
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
};

const WRITTEN = {
  'plain': 'a: f(1 + 2)\n',
  'plain, over several lines': 'a: f(1,\n     2\n\n  + 3)\n',
  'in single quotes': "a: 'f(1 + 2)'\n",
  'in single quotes with a quote in it': "a: 'f(''text'', ''two'' + 2)'\n",
  'in double quotes': 'a: "f(1 + 2)"\n',
  'in double quotes with escapes': 'a: "f(\\"x\\", \\t \\u0041\\x42\\U0001F600 \\\\ + 2)"\n',
  'in double quotes over several lines': 'a: "f(1, \\\n   2\n   + 3)"\n',
  'a literal block': 'a: |\n    f(1,\n      2 + 3)\n',
  'a folded block': 'a: >- # with a comment\n\n  f(1,\n  2,\n  + 3)\n',
  'first of all': 'a: +1\nb: 2\n'.replace('+1', '"+1"'),
  'after a picture': "a: f('😀' + 1)\n",
};

for (const [how, yaml] of Object.entries(WRITTEN)) {
  place(`a character of a text is found again in the file: ${how}`, () => {
    assert.is(found(yaml), real(yaml));
  });
}

place('the end of a text is where its last character ends', () => {
  for (const [yaml, expected] of [['a: "f(  "\n', 7], ["a: 'f('\n", 7], ['a: f(\n', 6]] as const) {
    const tree = parseTree(yaml, new Mistakes('x.yaml', yaml));
    const scalar = tree && entry(tree, 'a')?.value;
    if (scalar?.kind !== 'scalar') throw new Error('there is a scalar');
    assert.equal(placeInScalar(scalar, String(scalar.value).length), { line: 1, column: expected });
  }
});

place.run();
