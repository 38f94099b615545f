// What the page shows of a timeline.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { aScenario } from '../../../conformance/test/made-up.ts';
import { timeline } from '../../../conformance/timeline.ts';
import type { Note } from '../../../conformance/trace.ts';
import { storyOf } from '../story.ts';

const telling = suite('story');
const scenario = aScenario({ id: 'done/one' });
const of = (notes: readonly Note[], output = ''): ReturnType<typeof storyOf> =>
  storyOf(timeline(scenario, { observations: [{ kind: 'value', step: 1, value: true }], notes, verdict: { kind: 'pass', variant: '' } }), output);

telling('what is done is told by how, and stretches end with what is shown', () => {
  const { lanes: [lane] } = of([{ kind: 'created', cycle: 0, task: 'a' }, { kind: 'suspended', cycle: 1, task: 'a', on: 'f' }, { kind: 'done', cycle: 3, task: 'a', how: 'cancelled' }]);
  assert.equal(lane?.moments.map(({ kind }) => kind), ['created', 'suspended', 'cancelled']);
  assert.equal(lane?.stretches, [{ kind: 'ready', from: 0, to: 1, on: '' }, { kind: 'suspended', from: 1, to: 3, on: 'f' }]);
});

telling('a run that goes round in circles is cut short, and says so', () => {
  const story = of(Array.from({ length: 300 }, (_, cycle): Note => ({ kind: 'resumed', cycle, task: `t${cycle % 60}` })));
  assert.is(story.cycles.length, 200);
  assert.is(story.lanes.length, 40);
  assert.is(story.omitted, '100 cycles, 20 tasks');
});

telling('what acts elsewhere is shown', () => {
  const story = of([{ kind: 'resumed', cycle: 0, task: 'a\u202eb' }], 'one\n\u001b[2Jtwo');
  assert.is(story.lanes[0]?.task, 'a\\u{202e}b');
  assert.equal(story.output, ['one', '\\e[2Jtwo']);
});

telling.run();
