// The only place that turns a timeline into what the page shows of it: harmless texts, and no more of them than a reader can use.

import type { Timeline } from '../../conformance/timeline.ts';
import type { Note } from '../../conformance/trace.ts';
import { count } from '../count.ts';
import { brief, lastLines, longestName } from '../visible.ts';
import type { Story, StoryMoment } from './explorer-data.ts';

/** Of a run that goes round in circles the beginning tells enough; of its steps those before the divergence do. */
const mostCycles = 200;
const mostTasks = 40;
const mostSteps = 200;
const longestValue = 600;
const mostLines = 40;

export function storyOf(shown: Timeline, output: string): Story {
  const cycles = shown.cycles.slice(0, mostCycles);
  const last = cycles.at(-1) ?? 0;
  const lanes = shown.lanes.slice(0, mostTasks).map(({ task, moments, stretches }) => ({
    task: brief(task, longestName),
    moments: moments.filter(({ cycle }) => cycle <= last).map(momentOf),
    stretches: stretches.filter(({ from }) => from <= last).map(({ kind, from, to, on }) => ({ kind, from, to: Math.min(to, last), on: brief(on ?? '', longestName) })),
  }));
  const left = [
    ...(shown.cycles.length > mostCycles ? [count(shown.cycles.length - mostCycles, 'cycle')] : []),
    ...(shown.lanes.length > mostTasks ? [count(shown.lanes.length - mostTasks, 'task')] : []),
    ...(shown.steps.length > mostSteps ? [count(shown.steps.length - mostSteps, 'step')] : []),
  ];
  return {
    verdict: brief(shown.verdict, longestValue), cycles, lanes,
    steps: shown.steps.slice(-mostSteps).map(({ line, body, text, nth, expected, seen, diverges }) => ({
      line: line ?? 0, body: brief(body, longestName), text: brief(text, longestName), nth,
      expected: expected === null ? null : brief(expected, longestValue), seen: seen === null ? null : brief(seen, longestValue), diverges,
    })),
    output: lastLines(output, mostLines, 200), omitted: left.join(', '),
  };
}

function momentOf(note: Note): StoryMoment {
  switch (note.kind) {
    case 'suspended':
      return { cycle: note.cycle, kind: note.kind, on: brief(note.on, longestName) };
    case 'done':
      return { cycle: note.cycle, kind: note.how, on: '' };
    default:
      return { cycle: note.cycle, kind: note.kind, on: '' };
  }
}
