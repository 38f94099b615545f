// The only place that prints the diagnosis of one failure.

import type { Diagnosed } from '../conformance/overview.ts';
import type { Page } from './page.ts';
import { count } from './count.ts';
import { markOf, marks } from './mark.ts';
import { lengthOf, table } from './table.ts';
import { brief, lastLines, longestName, longestText, visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** Steps before the divergence that are shown; earlier ones are counted. */
const stepsShown = 12;
const outputShown = 10;
const longestStep = 56;
const longestTask = 24;
const tasksShown = 8;
const same = (text: string): string => text;
const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(lengthOf));
const left = { align: 'left' } as const;
const right = { align: 'right' } as const;

/** `on`: the implementations, where that is not plain. */
export function diagnosis(page: Page, found: Diagnosed, on: readonly string[]): readonly string[] {
  return [
    ...head(page, found, on), ...clause(page, found), '', ...steps(page, found), ...divergence(page, found),
    ...tasks(page, found), ...output(page, found), '', page.paint.faint(`    ${visible(found.command)}`),
  ];
}

function head({ paint, width }: Page, found: Diagnosed, on: readonly string[]): readonly string[] {
  const { sign, colour } = marks[markOf(found)];
  const line = found.where?.line ?? null;
  const place = `${visible(found.file)}${line === null ? '' : `:${line}`}`;
  const flaky = found.flaky ? [paint.warning('    It passed when it was run once more: it is flaky.')] : [];
  const names = on.length === 0 ? [] : wrap(`on ${on.map((name) => brief(name, longestName)).join(', ')}`, width - 4).map((text) => `    ${paint.warning(text)}`);
  const [title = '', ...more] = wrap(brief(found.title, longestText), width - 4);
  return [
    `  ${paint[colour](sign)} ${paint.strong(visible(found.scenario))}  ${paint.faint(place)}`,
    `    ${title}`, ...more.map((text) => `    ${text}`), ...names, ...flaky,
  ];
}

function clause({ paint, width }: Page, { clause: { id, level, text, sentences, link } }: Diagnosed): readonly string[] {
  const words = wrap(brief(`${level} ${id}: ${text}`, longestText), width - 6);
  const place = visible(`${link}${sentences.length === 0 ? '' : `  (${sentences.join(', ')})`}`);
  return ['', ...words.map((line) => `    ${paint.note('│')} ${line}`), `    ${paint.note('│')} ${paint.faint(place)}`];
}

function steps({ paint, width }: Page, { before, where }: Diagnosed): readonly string[] {
  const hidden = Math.max(0, before.length - stepsShown);
  const shown = before.slice(hidden);
  const taken = longest([...shown, where].map((step) => visible(step?.body ?? ''))) + longest(shown.map(({ text }) => brief(text, longestStep)));
  const rows = shown.map(({ line, body, text, showed }) => [
    { text: String(line ?? ''), colour: paint.faint }, { text: visible(body), colour: paint.faint },
    { text: brief(text, longestStep) }, { text: brief(showed, Math.max(20, width - 16 - taken)), colour: paint.note },
  ]);
  const last = where === null ? [] : [[
    { text: String(where.line ?? ''), colour: paint.bad }, { text: visible(where.body ?? ''), colour: paint.faint },
    { text: brief(where.text ?? '', longestStep), colour: paint.bad }, { text: where.nth > 1 ? `(time ${where.nth})` : '' },
  ]];
  const lines = table([...rows, ...last], [right, left, left, left]).map((line) => `    ${line}`);
  return hidden === 0 ? lines : [paint.faint(`    … ${hidden} before`), ...lines];
}

function divergence({ paint, width }: Page, { expected, seen, variant }: Diagnosed): readonly string[] {
  const block = (name: string, text: string, colour: (text: string) => string): readonly string[] => {
    const lines = wrap(brief(text, longestText), width - 18);
    return lines.map((line, index) => `      ${(index === 0 ? name : '').padEnd(10)}${colour(line)}`);
  };
  const as = variant === null ? '' : ` (as ${variant}, the nearest)`;
  return [
    ...(expected === null ? [] : block('expected', `${expected}${as}`, paint.good)),
    ...block('seen', seen, paint.bad),
  ];
}

function tasks({ paint, width }: Page, { tasks }: Diagnosed): readonly string[] {
  if (tasks.length === 0) return [];
  const names = longest(tasks.map(({ task }) => brief(task, longestTask)));
  const rows = tasks.slice(0, tasksShown).flatMap(({ task, state, history }, index) => {
    const lines = wrap(storyOf(history), Math.max(30, width - 16 - names)).map((line) => line.replaceAll('\u00a0', ' '));
    const story = history.length > 1 ? lines : [];
    return [brief(state, longestName), ...story].map((text, part) => [
      { text: index === 0 && part === 0 ? 'tasks' : '', colour: paint.faint }, { text: part === 0 ? brief(task, longestTask) : '' },
      { text, colour: part === 0 ? same : paint.faint },
    ]);
  });
  const rest = tasks.length - tasksShown;
  const more = rest <= 0 ? [] : [paint.faint(`             and ${count(rest, 'other')}`)];
  return ['', ...table(rows, [left, left, left]).map((line) => `      ${line}`), ...more];
}

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** What happened to a task, each cycle of the loop once: `1 created · 2 runs, waits for f`. */
function storyOf(history: Diagnosed['tasks'][number]['history']): string {
  const cycles = new Map<number, string[]>();
  for (const { cycle, event } of history) {
    const events = cycles.get(cycle) ?? [];
    if (events.at(-1) !== event) events.push(brief(event, longestName));
    cycles.set(cycle, events);
  }
  return [...cycles].map(([cycle, events]) => `${cycle}\u00a0${events.map(unbroken).join(', ')}`).join(' · ');
}

function output({ paint, width }: Page, { output }: Diagnosed): readonly string[] {
  const lines = lastLines(output, outputShown, width - 8);
  return lines.length === 0 ? [] : ['', paint.faint('      it wrote'), ...lines.map((line) => `      ${paint.faint('│')} ${line}`)];
}
