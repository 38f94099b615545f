// The readers of all formats, side by side: the same made-up page must come out the same.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { fingerprint } from '../fingerprint.ts';
import { isOfTask, isWhole, type Page } from '../page.ts';
import { formatOf, pageName, readPage } from '../read-page.ts';
import { newHtml, newRst, newText, oldBraces, olderHtml, oldHtml, oldRst, oldText, otherRst } from './made-up-pages.ts';

const reading = suite('pages of the document');

const pageOf = (source: string, file = 'asyncio-task.rst'): Page => {
  const read = readPage(source, file);
  if (read.kind === 'unreadable') throw new Error(read.message);
  return read.page;
};

const shown = (page: Page): readonly string[] => page.parts.flatMap(({ anchor, section, pieces }) =>
  [`${anchor} in ${String(section)}`, ...pieces.map(({ kind, text }) => `  ${kind} ${text}`)]);

const prints = (page: Page): readonly string[] => page.parts.flatMap(({ anchor, section, pieces }) =>
  [`${anchor} in ${String(section)}`, ...pieces.map((piece) => fingerprint(piece).digest)]);

reading('reStructuredText comes out as statements without markup', () => {
  assert.equal(shown(pageOf(oldRst)), [
    'asyncio.make_walker in makers', '  signature make_walker(shoes)', '  sentence Make a walker out of shoes.', '  sentence It starts at once.',
    'asyncio.Task in walkers', '  signature class Task(shoes, *, pace=None)', '  sentence A walker carries shoes through the loop.',
    '  sentence It never wears two pairs of them at once.', '  note Changed in version 3.6: Walkers may whistle.',
    'asyncio.Task.stride in walkers', '  signature stride(far)', '  sentence Take a step;', '  sentence the far side comes nearer,',
    '  sentence although nobody sees it.', '  sentence For example:', '  example walker.stride(2)', '  output # Expected output:\n#\n#     tap tap',
    'asyncio.Task.rest in walkers', '  signature rest()', '  sentence Sit down until somebody calls', '  sentence (or until it rains hard.)',
    '  sentence Never snore.',
  ]);
});

for (const [name, source] of [['HTML', oldHtml], ['the HTML of old Sphinx', olderHtml], ['plain text', oldText]] as const) {
  reading(`${name} gives the same digests at the same places`, () => assert.equal(prints(pageOf(source)), prints(pageOf(oldRst))));
}

for (const [name, source] of [['HTML', newHtml], ['plain text', newText]] as const) {
  reading(`${name} of the new page gives the same digests at the same places`, () => assert.equal(prints(pageOf(source)), prints(pageOf(newRst))));
}

reading('text with names in braces gives the same digests, shows no section, and says where it leaves something out', () => {
  const page = pageOf(oldBraces, 'walking.txt');
  const whole = pageOf(oldRst).parts.filter(({ anchor }) => isOfTask(anchor));
  const members = page.parts.filter(({ anchor }) => isOfTask(anchor));
  assert.equal(members.map(({ anchor, section, leavesOut }) => [anchor, section, leavesOut]), [
    ['asyncio.Task', null, false], ['asyncio.Task.stride', null, true], ['asyncio.Task.rest', null, false],
  ]);
  const withoutCode = whole.flatMap(({ pieces }) => pieces).filter(({ kind }) => kind !== 'example' && kind !== 'output');
  assert.equal(members.flatMap(({ pieces }) => pieces).map((piece) => fingerprint(piece).digest), withoutCode.map((piece) => fingerprint(piece).digest));
  assert.not.ok(isWhole(page));
  assert.ok(isWhole(pageOf(oldRst)));
});

reading('a class method says so, and text below no definition belongs to its section', () => {
  assert.equal(shown(pageOf(otherRst)), [
    '#shoes in shoes', '  sentence Nobody says of what this is.',
    'asyncio.Future in shoes', '  signature class Future()', '  sentence Shoes are bought in pairs.',
    'asyncio.Future.lace in shoes', '  signature classmethod lace(string)', '  sentence Lace them up.',
  ]);
});

reading('the format is found by what is in the file, whatever it is called', () => {
  assert.equal([oldHtml, oldRst, oldText, oldBraces].map(formatOf), ['html', 'rst', 'text', 'text']);
});

reading('a byte order mark does no harm', () => assert.equal(prints(pageOf(`\uFEFF${oldText}`)), prints(pageOf(oldText))));

reading('a page is known by its file only where that is one of asyncio', () => {
  assert.equal(['/a/asyncio-task.html', 'asyncio-future.rst.txt', 'asyncio-task-3.14.html', 'asyncio.Task-3.7.txt', 'C:\\a\\asyncio-task.html'].map(pageName),
    ['asyncio-task', 'asyncio-future', null, null, 'asyncio-task']);
});

for (const [what, source, message] of [
  ['nothing', ' \n', /it is empty/u],
  ['HTML without a definition', '<!doctype html><p>Not found.</p>', /reads as HTML and defines no class/u],
  ['a text about something else', 'Dear reader,\n\nhow are you?\n', /reads as plain text and defines no class/u],
  ['signatures without names', 'class (shoes)¶\n A  walker.\n\n(far)¶\nTake.\n\n()¶\nRest.\n\n()¶\nHum.\n', /signatures without names/u],
] as const) {
  reading(`${what} is refused, with what to do`, () => {
    const read = readPage(source, 'page.html');
    if (read.kind === 'page') throw new Error('it was read');
    assert.match(read.message, message);
    assert.ok(read.hint.length > 0);
  });
}

reading.run();
