import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { accepted, mainOf, mistakesIn, refused } from './bad-file.ts';

const syntax = suite('yaml-syntax');

const ALIAS = ['yaml-alias', 'anchors and aliases are not part of the language',
  'Write the value where it is used; a text that begins with & or * needs quotes.'] as const;
const TAG = ['yaml-tag', 'tags are not part of the language', 'Remove it; a text that begins with ! needs quotes.'] as const;
const REMOVE = 'Remove it, or write what it means.';

syntax('anchors and aliases are refused, each where it stands', () => {
  refused(mainOf(`
    - §&step log: a
    - §*step
    - log: §*important
  `), ALIAS, ALIAS, ALIAS);
});

syntax('a bomb of aliases is refused before it grows', () => {
  const levels = Array.from({ length: 12 }, (_, level) =>
    `l${level}: &l${level} [${Array.from({ length: 9 }, () => (level === 0 ? 'lol' : `*l${level - 1}`)).join(', ')}]`);
  const started = process.cpuUsage();
  const found = mistakesIn(`${levels.join('\n')}\n`);
  assert.equal(new Set(found.map(({ code }) => code)), new Set(['yaml-alias', 'more-mistakes']));
  assert.ok(process.cpuUsage(started).user < 2e6);
});

syntax('tags are refused, known ones too, since they change what a value is', () => {
  refused(mainOf(`
    - log: §!!js/function 'f'
    - check: f
      is: §!!binary aGk=
    - check: f
      unordered: §!!set [a]
    - §! log: a
    - check: f
      is: §!!str 3
  `.replaceAll('check: f', 'check: loop')), TAG, TAG, TAG, TAG, TAG);
});

syntax('directives are refused: one could say that yes is true', () => {
  refused(`§%YAML 1.1\n---\n${mainOf('- log: a')}`, ['yaml-directive', 'directives are not part of the language', 'Remove the line.']);
});

syntax('what nests too deep is refused at the level that is one too many', () => {
  const deep = (levels: number): string => mainOf(`- return: ${'['.repeat(levels)}${']'.repeat(levels)}`);
  accepted(deep(37));
  refused(deep(38).replace('['.repeat(38), `${'['.repeat(37)}§[`),
    ['yaml-depth', 'more than 40 levels deep', 'Write it flatter.']);
});

syntax('no depth makes the reader fall: lists, maps, blocks, open or closed', () => {
  const deep = [
    '['.repeat(100_000), '['.repeat(2000) + ']'.repeat(2000), '{a: '.repeat(50_000), '- '.repeat(60_000), '? '.repeat(60_000), '[{'.repeat(60_000),
    Array.from({ length: 600 }, (_, level) => `${' '.repeat(level)}a:\n`).join(''),
  ];
  for (const text of deep) assert.equal(mistakesIn(text).map(({ code }) => code), ['yaml-depth'], text.slice(0, 20));
});

syntax('characters that no reader sees are refused where they stand, in comments too', () => {
  const character = (code: string): readonly ['character', string, string] => ['character', `the character U+${code} has no place in a spec file`, REMOVE];
  refused(mainOf(`
    - log: red §\u001b[31m
    - log: nul §\u0000
    - log: line §\u2028separator
    - log: turned §\u202etxet
    - log: deleted §\u007f
    - log: a mark §\ufeff
    - log: next line §\u0085
    # a comment with an escape §\u001b]0;title§\u0007
  `), ...['001B', '0000', '2028', '202E', '007F', 'FEFF', '0085', '001B', '0007'].map(character));
});

syntax('characters that an escape spells are refused at the text', () => {
  const character = (code: string): readonly ['character', string, string] => ['character', `the character U+${code} has no place in a spec file`, REMOVE];
  refused(mainOf(`
    - log: §"\\e[31mred"
    - log: §"half \\ud83d of it"
    - call: list(§"'\\u202e'")
    - §"log\\x07": bell
  `.replace('list(§"\'\\u202e\'")', 'f').replace('- call: f', '- call: §"list(\'\\u202e\')"')).replace('title: What it is about, and how it ends', 'title: §"a title that rings \\a"'),
  character('0007'), character('001B'), character('D83D'), character('202E'), character('0007'));
});

syntax('a carriage return is a line break only before a line feed', () => {
  accepted(mainOf('- log: a').replaceAll('\n', '\r\n'));
  refused(`${mainOf('- log: a')}# old Macintosh§\r# and more`, ['character', 'the character U+000D has no place in a spec file', REMOVE]);
});

syntax('letters of any script and pictures have a place in texts', () => {
  accepted(mainOf('- log: größer als 名前 👩‍💻'));
});

syntax.run();
