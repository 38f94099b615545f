// What holds for every format, whatever is in it.

import { marked } from 'marked';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { reportOf } from '../../conformance/report.ts';
import type { Report } from '../../conformance/report.ts';
import { reporters } from '../reporters.ts';
import { brief } from '../visible.ts';
import { aReport, aReportWith, aSpecWith, judged, options, passing, resultsWith, streamsOf } from './a-report.ts';
import { golden } from './golden.ts';
import { harmful } from './harmful.ts';
import { dataIn } from './page-data.ts';
import { commandsOf, rules } from './rules.ts';

const reporting = suite('every report');
const endings: Readonly<Record<string, string>> = {
  console: 'txt', json: 'json', jsonl: 'jsonl', junit: 'xml', tap: 'tap', ctrf: 'json', sarif: 'sarif', github: 'txt', markdown: 'md', html: 'html', badge: 'json',
};

const unescaped = (text: string): string => text
  .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
  .replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? '');

/** Every text in a JSON value. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

/** What a reader has before the eyes. */
const read: Readonly<Record<string, (text: string) => string>> = {
  console: (text) => text,
  json: (text) => texts(JSON.parse(text)).join('\n'),
  jsonl: (text) => text.trimEnd().split('\n').slice(0, 2).flatMap((line) => texts(JSON.parse(line))).join('\n'),
  junit: (text) => unescaped(text.replace(/<[^>]*>/gu, (tag) => [...tag.matchAll(/="([^"]*)"/gu)].map(([, value]) => value).join('\n'))),
  tap: (text) => text.replace(/\\([\\#])/gu, '$1'),
  ctrf: (text) => texts(JSON.parse(text)).join('\n'),
  sarif: (text) => texts(JSON.parse(text)).map((part) => part.replace(/\\([\\[\]])/gu, '$1').replace(/(\{)\{|(\})\}/gu, '$1$2')).join('\n'),
  github: (text) => `${text}\n${commandsOf(text).map(({ message, properties }) => `${message}\n${Object.values(properties).join('\n')}`).join('\n')}`,
  markdown: (text) => unescaped(marked.parse(text, { async: false }).replace(/<[^>]*>/gu, '')),
  html: (text) => texts(dataIn(text)).join('\n'),
  badge: (text) => texts(JSON.parse(text)).join('\n'),
};
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');
const shown = (name: string, text: string): string => read[name]?.(text) ?? '';
const broken = async (name: string, text: string): Promise<readonly string[]> => (await rules[name]?.(text)) ?? [`${name} has no rules`];

const made = new Map<string, Report>();
/** The badge of several says nothing of any one of them, so that it is asked of one alone. */
function reportWith(words: string, alone: boolean): Report {
  const key = `${String(alone)} ${words}`;
  const report = made.get(key) ?? aReportWith(words, alone);
  made.set(key, report);
  return report;
}

for (const { name, load } of reporters) {
  const report = async (): Promise<string> => (await load())(aReport(), options);

  reporting(`${name} is the text that was agreed on, and keeps the rules of its format`, async () => {
    const text = await report();
    golden(`report-${name}.${endings[name] ?? 'txt'}`, text);
    assert.equal(await broken(name, text), []);
  });

  reporting(`${name} is the same bytes from the same streams`, async () => assert.is(await report(), await report()));

  reporting(`${name} names neither time nor machine unless its format demands it`, async () => {
    const text = (await load())(aReport(), options);
    if (name !== 'ctrf') assert.not.match(text, /2020-02-02|1580644800/u);
    assert.not.match(text, /v20\.0\.0|"LANG"/u);
  });

  reporting(`${name} can tell of no result at all`, async () => {
    const spec = aSpecWith('');
    const render = await load();
    const none = render(reportOf(spec, []), options);
    if (name !== 'jsonl') assert.equal(await broken(name, none), []);
    assert.equal(await broken(name, render(reportOf(spec, streamsOf(spec, [judged('reference', passing)])), options)), []);
  });

  for (const [what, words] of Object.entries(harmful)) {
    reporting(`${name}: ${what} appears as text, and as nothing else`, async () => {
      const text = (await load())(reportWith(words, name === 'badge'), options);
      assert.equal(await broken(name, text), []);
      assert.not.match(text, /[\p{Cs}\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]|(?!\u200d)\p{Cf}/u, 'something acts on a terminal');
      if (name !== 'github') assert.equal(commandsOf(text), [], 'something acts in a log');
      // Data is whole, and what is written for readers shows as much as there is room for.
      const whole = name === 'json' || name === 'jsonl';
      const told = whole ? words.replace(/\p{Cs}/gu, (half) => `\\u{${half.charCodeAt(0).toString(16)}}`) : brief(words, 40).replace(/…$/u, '').trim();
      const there = whole ? shown(name, text).includes(told) : oneLine(shown(name, text)).includes(oneLine(told));
      assert.ok(there, `${told.slice(0, 100)} is not to be found`);
      if (words.length > 1e6 && !whole) assert.ok(text.length < 300_000, `${text.length} characters`);
    });
  }
}

reporting('markdown: no markup, link or picture comes from elsewhere', async () => {
  const page = reporters.find(({ name }) => name === 'markdown');
  for (const words of Object.values(harmful)) {
    const html = marked.parse((await page?.load())?.(reportWith(words, false), options) ?? '', { async: false });
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/giu)].map(([, tag = '']) => tag.toLowerCase()));
    const ours = ['h1', 'h2', 'h3', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'strong', 'code', 'blockquote', 'a', 'ul', 'li'];
    assert.equal([...tags].filter((tag) => !ours.includes(tag)), []);
    assert.equal([...html.matchAll(/href="([^"]*)"/gu)].map(([, address]) => address).filter((address) => address !== 'https://docs.invalid/#done'), []);
  }
});

reporting('the words of the failing ones differ from those that pass, so nothing above is true of itself', () => {
  assert.is.not(JSON.stringify(resultsWith('a')), JSON.stringify(resultsWith('b')));
});

reporting.run();
