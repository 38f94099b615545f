// The only place that prints the diagnosis of one failure.

import type { Diagnosed } from '../conformance/overview.ts';
import type { Page } from './page.ts';
import { markOf, marks } from './mark.ts';
import { table } from './table.ts';
import { clip, lastLines, visible } from './visible.ts';
import { wrap } from './wrap.ts';

/** Steps before the divergence that are shown; earlier ones are counted. */
const stepsShown = 12;
const outputShown = 10;
const left = { align: 'left' } as const;
const right = { align: 'right' } as const;

export function diagnosis(page: Page, found: Diagnosed): readonly string[] {
  return [
    ...head(page, found), ...clause(page, found), '', ...steps(page, found), ...divergence(page, found),
    ...tasks(page, found), ...output(page, found), '', page.paint.faint(`    ${visible(found.command)}`),
  ];
}

function head({ paint, width }: Page, found: Diagnosed): readonly string[] {
  const { sign, colour } = marks[markOf(found)];
  const line = found.where?.line ?? null;
  const place = `${visible(found.file)}${line === null ? '' : `:${line}`}`;
  const flaky = found.flaky ? [paint.warning('    It passed when it was run once more: it is flaky.')] : [];
  const [title = '', ...more] = wrap(visible(found.title), width - 4);
  return [
    `  ${paint[colour](sign)} ${paint.strong(visible(found.scenario))}  ${paint.faint(place)}`,
    `    ${title}`, ...more.map((text) => `    ${text}`), ...flaky,
  ];
}

function clause({ paint, width }: Page, { clause: { id, level, text, sentences, link } }: Diagnosed): readonly string[] {
  const words = wrap(visible(`${level} ${id}: ${text}`), width - 6);
  const place = visible(`${link}${sentences.length === 0 ? '' : `  (${sentences.join(', ')})`}`);
  return ['', ...words.map((line) => `    ${paint.note('│')} ${line}`), `    ${paint.note('│')} ${paint.faint(place)}`];
}

function steps({ paint, width }: Page, { before, where }: Diagnosed): readonly string[] {
  const hidden = Math.max(0, before.length - stepsShown);
  const rows = before.slice(hidden).map(({ line, body, text, showed }) => [
    { text: String(line ?? ''), colour: paint.faint }, { text: visible(body), colour: paint.faint },
    { text: clip(visible(text), 56) }, { text: clip(visible(showed), Math.max(20, width - 90)), colour: paint.note },
  ]);
  const last = where === null ? [] : [[
    { text: String(where.line ?? ''), colour: paint.bad }, { text: visible(where.body ?? ''), colour: paint.faint },
    { text: clip(visible(where.text ?? ''), 56), colour: paint.bad }, { text: where.nth > 1 ? `(time ${where.nth})` : '' },
  ]];
  const lines = table([...rows, ...last], [right, left, left, left]).map((line) => `    ${line}`);
  return hidden === 0 ? lines : [paint.faint(`    … ${hidden} before`), ...lines];
}

function divergence({ paint, width }: Page, { expected, seen, variant }: Diagnosed): readonly string[] {
  const block = (name: string, text: string, colour: (text: string) => string): readonly string[] => {
    const lines = wrap(visible(text), width - 18);
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
  const rows = tasks.map(({ task, state, history }, index) => {
    const story = history.map(({ cycle, event }) => `${event} ${cycle}`).join(', ');
    return [
      { text: index === 0 ? 'tasks' : '', colour: paint.faint }, { text: visible(task) },
      { text: clip(visible(state), 32) }, { text: clip(visible(story), Math.max(24, width - 64)), colour: paint.faint },
    ];
  });
  return ['', ...table(rows, [left, left, left, left]).map((line) => `      ${line}`)];
}

function output({ paint, width }: Page, { output }: Diagnosed): readonly string[] {
  const lines = lastLines(output, outputShown, width - 8);
  return lines.length === 0 ? [] : ['', paint.faint('      it wrote'), ...lines.map((line) => `      ${paint.faint('│')} ${line}`)];
}
