// The only place that prints a timeline: tasks over the cycles of the loop, then the steps, expected and seen side by side.

import type { Lane, Timeline, TimelineStep } from '../conformance/timeline.ts';
import type { Note } from '../conformance/trace.ts';
import { count } from './count.ts';
import { marks } from './mark.ts';
import { paint } from './paint.ts';
import type { Paint } from './paint.ts';
import { lengthOf, table } from './table.ts';
import { brief } from './visible.ts';
import { wrap } from './wrap.ts';

interface Look {
  readonly colours: boolean;
  readonly width: number;
}

const longestTask = 24;
const longestStep = 48;
const longestValue = 300;
/** Of a run that goes round in circles the beginning tells enough; of its steps those before the divergence do. */
const mostCycles = 200;
const mostTasks = 40;
const mostSteps = 200;
const left = { align: 'left' } as const;
const right = { align: 'right' } as const;

/** `on`: the implementation that ran. */
export function timelineText(shown: Timeline, on: string, look: Look): string {
  const colours = paint(look.colours);
  const [title = '', ...more] = wrap(brief(shown.title, 2_000), look.width);
  const heading = [`${colours.strong(brief(shown.scenario, 200))} on ${brief(on, 200)}`, title, ...more];
  const sections = [heading, tasks(shown, colours, look.width), steps(shown, colours, look.width), [verdict(shown, colours)]];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function signOf(note: Note): string {
  switch (note.kind) {
    case 'created':
      return '+';
    case 'resumed':
      return '▸';
    case 'suspended':
      return '▪';
    case 'requested':
      return '?';
    case 'delivered':
      return '!';
    case 'done':
      return note.how === 'cancelled' ? '□' : '■';
  }
}

const meanings = '+ created  ▸ runs  ·· about to run  ▪─ waits  ? cancel() requested  ! CancelledError delivered  ■ done  □ done, cancelled';

function tasks({ cycles: allCycles, lanes: allLanes }: Timeline, colours: Paint, width: number): readonly string[] {
  const cycles = allCycles.slice(0, mostCycles);
  const last = cycles.at(-1) ?? 0;
  const lanes = allLanes.slice(0, mostTasks).map(({ task, moments, stretches }) => ({
    task, moments: moments.filter(({ cycle }) => cycle <= last), stretches: stretches.filter(({ from }) => from <= last),
  }));
  if (lanes.length === 0) return [colours.faint('No notes came of the tasks.')];
  const names = lanes.map(({ task }) => brief(task, longestTask));
  const indent = Math.max('cycle'.length, ...names.map(lengthOf)) + 2;
  const columns = cycles.map((cycle) => ({ cycle, cells: lanes.map((lane) => cellOf(lane, cycle)) }));
  const blocks = inBlocks(columns.map(({ cycle, cells }) => Math.max(String(cycle).length, ...cells.map(({ text }) => lengthOf(text))) + 2), width - indent);
  const lines = blocks.flatMap(({ from, to, widths }, block) => {
    const chosen = columns.slice(from, to);
    const head = `${'cycle'.padEnd(indent)}${chosen.map(({ cycle }, index) => String(cycle).padEnd(widths[index] ?? 0)).join('')}`;
    const rows = lanes.flatMap((lane, index) => [
      `${(names[index] ?? '').padEnd(indent)}${chosen.map(({ cells }, column) => filled(cells[index], widths[column] ?? 0)).join('')}`.trimEnd(),
      ...waits(lane, chosen.map(({ cycle }) => cycle), indent, width).map((line) => colours.faint(line)),
    ]);
    return [...(block === 0 ? [] : ['']), colours.faint(head.trimEnd()), ...rows];
  });
  const hidden = [
    ...(allCycles.length > cycles.length ? [`and ${count(allCycles.length - cycles.length, 'more cycle')}`] : []),
    ...(allLanes.length > lanes.length ? [`and ${count(allLanes.length - lanes.length, 'more task')}`] : []),
  ].map((text) => colours.faint(text));
  return [...lines, ...hidden, '', ...wrap(meanings.replaceAll(/(?<! ) (?! )/gu, '\u00a0'), width, '  ').map((line) => colours.faint(line.replaceAll('\u00a0', ' ')))];
}

interface Cell {
  readonly text: string;
  /** What the task is from here to the next cycle. */
  readonly fill: string;
}

function cellOf({ moments, stretches }: Lane, cycle: number): Cell {
  const signs = moments.filter((note) => note.cycle === cycle).map(signOf).filter((sign, index, all) => sign !== all[index - 1]);
  const stretch = stretches.findLast(({ from, to }) => from <= cycle && (cycle < to || to === stretches.at(-1)?.to));
  const isDone = moments.some((note) => note.kind === 'done' && note.cycle <= cycle);
  const fill = isDone || stretch === undefined ? ' ' : fills[stretch.kind];
  return { text: signs.join(''), fill };
}

/** One that ran and did not wait for anything is about to run again. */
const fills = { ready: '·', running: '·', suspended: '─' } as const;

function filled(cell: Cell | undefined, width: number): string {
  if (cell === undefined) return ' '.repeat(width);
  return `${cell.text}${cell.fill.repeat(Math.max(0, width - lengthOf(cell.text)))}`;
}

/** As many columns beside each other as there is room for, the rest below. */
function inBlocks(widths: readonly number[], room: number): readonly { readonly from: number; readonly to: number; readonly widths: readonly number[] }[] {
  const blocks: { from: number; to: number; widths: number[] }[] = [];
  let taken = 0;
  for (const [index, width] of widths.entries()) {
    const block = blocks.at(-1);
    if (block === undefined || taken + width > room) {
      blocks.push({ from: index, to: index + 1, widths: [width] });
      taken = width;
    } else {
      block.to = index + 1;
      block.widths.push(width);
      taken += width;
    }
  }
  return blocks;
}

/** What it waits for, each with the cycle from which on it does. */
function waits({ moments }: Lane, cycles: readonly number[], indent: number, width: number): readonly string[] {
  const texts = moments.flatMap((note) => (note.kind === 'suspended' && cycles.includes(note.cycle) ? [`${note.cycle}\u00a0${brief(note.on, 60).replaceAll(' ', '\u00a0')}`] : []));
  const once = texts.filter((text, index) => text !== texts[index - 1]);
  if (once.length === 0) return [];
  const lines = wrap(once.join(' '), Math.max(20, width - indent - 10), ' · ');
  return lines.map((line, index) => `${' '.repeat(indent)}${index === 0 ? 'waits for ' : '          '}${line.replaceAll('\u00a0', ' ')}`);
}

function steps({ steps: whole }: Timeline, colours: Paint, width: number): readonly string[] {
  if (whole.length === 0) return [colours.faint('No step showed anything.')];
  const diverging = whole.findIndex(({ diverges }) => diverges);
  const from = Math.max(0, Math.min((diverging < 0 ? whole.length : diverging + mostSteps / 2) - mostSteps, whole.length - mostSteps));
  const all = whole.slice(from, from + mostSteps);
  const around = (number: number, where: string): readonly string[] => (number <= 0 ? [] : [colours.faint(`… ${number} ${where}`)]);
  const texts = all.map((step) => brief(step.nth > 1 ? `${step.text} (time ${step.nth})` : step.text, longestStep));
  const taken = 3 + Math.max(...all.map(({ line }) => String(line ?? '').length)) + Math.max(...all.map(({ body }) => lengthOf(brief(body, longestTask)))) + Math.max(...texts.map(lengthOf)) + 8;
  const room = Math.max(14, Math.floor((width - taken) / 2));
  const rows = all.flatMap((step, index) => stepRows(step, texts[index] ?? '', room, colours));
  const head = ['', 'line', 'body', 'step', 'expected', 'seen'].map((text) => ({ text, colour: colours.faint }));
  const lines = table([head, ...rows], [left, right, left, left, left, left]);
  return [...around(from, 'before'), ...lines, ...around(whole.length - from - all.length, 'after')];
}

type Row = Parameters<typeof table>[0][number];

/** Only the divergence is told in full; what is as expected, or comes behind it, keeps to its line. */
function stepRows(step: TimelineStep, text: string, room: number, colours: Paint): readonly Row[] {
  const { line, body, expected, seen, diverges } = step;
  const head = [
    { text: diverges ? marks.fail.sign : '', colour: colours.bad }, { text: String(line ?? ''), colour: colours.faint },
    { text: brief(body, longestTask), colour: colours.faint }, { text, colour: diverges ? colours.bad : plain },
  ];
  if (!diverges) return [[...head, { text: brief(expected ?? '', room), colour: colours.faint }, { text: brief(seen ?? '', room) }]];
  const wanted = wrap(brief(expected ?? '', longestValue), room);
  const came = wrap(brief(seen ?? '', longestValue), room);
  return Array.from({ length: Math.max(1, wanted.length, came.length) }, (_, index) => [
    ...(index === 0 ? head : [{ text: '' }, { text: '' }, { text: '' }, { text: '' }]),
    { text: wanted[index] ?? '', colour: colours.good }, { text: came[index] ?? '', colour: colours.bad },
  ]);
}

const plain = (text: string): string => text;

function verdict({ verdict: text, steps: all }: Timeline, colours: Paint): string {
  const diverging = all.find(({ diverges }) => diverges);
  const place = diverging?.line == null ? '' : ` first at line ${diverging.line}`;
  return diverging === undefined ? brief(text, longestValue) : colours.bad(`${brief(text, longestValue)}${place}`);
}
