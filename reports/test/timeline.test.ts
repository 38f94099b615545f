import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { timeline } from '../../conformance/timeline.ts';
import type { Timeline } from '../../conformance/timeline.ts';
import { aScenario } from '../../conformance/test/made-up.ts';
import type { Note } from '../../conformance/trace.ts';
import { timelineText } from '../timeline.ts';
import { golden } from './golden.ts';
import { harm } from './made-up.ts';

const drawing = suite('the timeline as text');
const look = { colours: false, width: 80 };
const notes = (task: string, on: string): readonly Note[] => [
  { kind: 'created', cycle: 0, task: 'main#1' }, { kind: 'resumed', cycle: 1, task: 'main#1' }, { kind: 'created', cycle: 1, task },
  { kind: 'suspended', cycle: 1, task: 'main#1', on: 'sleep(1)' }, { kind: 'resumed', cycle: 2, task }, { kind: 'suspended', cycle: 2, task, on },
  { kind: 'resumed', cycle: 12, task: 'main#1' }, { kind: 'requested', cycle: 12, task }, { kind: 'requested', cycle: 12, task },
  { kind: 'suspended', cycle: 12, task: 'main#1', on: task }, { kind: 'resumed', cycle: 13, task }, { kind: 'delivered', cycle: 13, task },
  { kind: 'done', cycle: 13, task, how: 'cancelled' }, { kind: 'resumed', cycle: 14, task: 'main#1' }, { kind: 'done', cycle: 14, task: 'main#1', how: 'finished' },
];
const failing = (seen: string): Timeline => timeline(aScenario({ id: 'cancel/denied', title: `A Task that is cancelled ${seen}` }), {
  observations: [{ kind: 'value', step: 1, value: true }, { kind: 'value', step: 2, value: seen }, { kind: 'value', step: 1, value: seen }],
  notes: notes(seen === 'None' ? 't' : seen, seen),
  verdict: {
    kind: 'fail', variant: '',
    divergence: { kind: 'value', step: 2, nth: 1, clause: 'task.done.one', expected: 'True, since it was asked to cancel and did not refuse', seen, value: seen, after: 1 },
  },
});

drawing('lanes over cycles, what each waits for, and the first divergence', () => {
  golden('timeline.txt', timelineText(failing('None'), 'python:3.8', look));
});

drawing('cycles that have no room beside each other come below', () => {
  const many: readonly Note[] = Array.from({ length: 60 }, (_, cycle): Note => ({ kind: cycle % 2 === 0 ? 'resumed' : 'requested', cycle, task: 't' }));
  const text = timelineText({ ...failing('None'), ...timeline(aScenario({ id: 'a' }), { observations: [], notes: many, verdict: { kind: 'hang', milliseconds: 5000 } }) }, 'reference', { ...look, width: 60 });
  golden('timeline-wide.txt', text);
  assert.ok(Math.max(...text.split('\n').map((line) => [...line].length)) <= 60);
});

drawing('colours are all that colour adds', () => {
  const coloured = timelineText(failing('None'), 'python:3.8', { ...look, colours: true });
  assert.match(coloured, /\u001b\[31m/u);
  assert.is(coloured.replaceAll(/\u001b\[\d+m/gu, ''), timelineText(failing('None'), 'python:3.8', look));
});

drawing('what comes from elsewhere cannot act on the terminal, however long it is', () => {
  for (const words of [harm, 'x '.repeat(1_000_000), 'y'.repeat(1_000_000)]) {
    const text = timelineText(failing(words), words, look);
    assert.not.match(text, /[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
    assert.ok(text.length < 20_000);
  }
});

drawing('of a run that goes round in circles it shows the beginning, and the steps about the divergence', () => {
  const long: readonly Note[] = Array.from({ length: 150_000 }, (_, cycle): Note => ({ kind: 'resumed', cycle, task: `t${cycle % 50}` }));
  const steps = Array.from({ length: 150_000 }, (_, index) => ({ line: index, body: 'main', text: 'log: again', nth: 1, expected: null, seen: 'reached', diverges: index === 100_000 }));
  const text = timelineText({ ...timeline(aScenario({ id: 'a' }), { observations: [], notes: long, verdict: { kind: 'budget', budget: 'loop steps' } }), steps }, 'reference', look);
  assert.match(text, /and 149800 more cycles\nand 10 more tasks\n/u);
  assert.match(text, /… 99900 before\n[^]*✘ +100000 [^]*… 49900 after\n/u);
});

drawing('where nothing ran it says so', () => {
  const text = timelineText(timeline(aScenario({ id: 'a' }), { observations: [], notes: [], verdict: { kind: 'unsupported', capability: 'frames' } }), 'reference', look);
  assert.match(text, /No notes came of the tasks\.\n\nNo step showed anything\.\n\nunsupported: it lacks the capability frames\n$/u);
});

drawing.run();
