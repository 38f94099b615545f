import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Checkup } from '../../conformance/check/checkup.ts';
import { checkReport } from '../check.ts';
import { golden } from './golden.ts';
import { harm } from './made-up.ts';

const reporting = suite('what a check found');

const checkup: Checkup = {
  name: `stdio:node adapter.mjs ${harm}`,
  description: { name: 'x', implementation: `fake ${harm}`, version: '1', target: '3.8', task: 'Task', capabilities: [], environment: {} },
  steps: [
    { name: 'ready', title: 'it answers', standing: 'ok', why: null, problem: null },
    { name: 'versions', title: 'it chooses a version', standing: 'ok', why: 'it could be better', problem: null },
    { name: 'hang', title: 'a hang is ended', standing: 'not applicable', why: 'it runs in this very process', problem: null },
    { name: 'large', title: 'large programs run', standing: 'not run', why: 'it did not start', problem: null },
    {
      name: 'reset', title: 'a program finds nothing of the one before it', standing: 'not ok', why: null,
      problem: { sent: ['{"type":"run"}', `{"long":"${'x'.repeat(300)}"}`], came: [`it ended\nlast words ${harm}`], expected: 'what it showed before', section: 'A run', todo: `Make a fresh loop ${harm}.` },
    },
  ],
  probes: [
    { name: 'order', title: 'Points in order', about: 'adapter', clause: null, standing: 'ok', why: null, found: null },
    { name: 'clock', title: 'A clock', about: 'adapter', clause: null, standing: 'not applicable', why: 'it does not claim virtual-clock', found: null },
    {
      name: 'cancel/denied', title: 'A request denied', about: 'task', clause: 'task.cancel.deny', standing: 'not ok', why: null,
      found: { at: `check: t.cancel() ${harm}`, expected: 'True', seen: 'False', missing: false, derived: false, broken: false },
    },
  ],
  conclusions: [
    { blames: 'adapter', fault: 'events of another program', text: 'time goes on', because: ['reset'], todo: 'Make a fresh loop.' },
    { blames: 'implementation', fault: 'task.cancel.deny', text: 'violates task.cancel.deny', because: ['cancel/denied'], todo: 'taskspec explain task.cancel.deny' },
    { blames: 'either', fault: null, text: 'nobody can tell', because: [], todo: 'Look.' },
    { blames: 'nobody', fault: null, text: 'nothing wrong was seen', because: [], todo: 'taskspec run' },
  ],
  reach: {
    classes: [{ class: 'core', owed: 121, judgeable: 120 }, { class: 'stacks', owed: 39, judgeable: 0 }], owed: 160, judgeable: 120,
    lacking: [{ capability: 'frames', scenarios: 42 }, { capability: 'warnings', scenarios: 0 }],
  },
};

reporting('the conversation, the probes, what can be judged, and who is to blame', () => {
  golden('check.txt', checkReport(checkup, { colours: false, width: 100 }));
});

reporting('where it did not start there is no more than the conversation and the conclusion', () => {
  const text = checkReport({ ...checkup, description: null, probes: [], reach: null }, { colours: false, width: 100 });
  assert.match(text, /not started/u);
  assert.not.match(text, /Probes|lets so much/u);
});

reporting('nothing acts on the terminal, and colours are all that colour adds', () => {
  const plain = checkReport(checkup, { colours: false, width: 80 });
  assert.not.match(plain, /[^\n\P{Cc}]|[\p{Cf}\p{Cs}]/u);
  assert.is(checkReport(checkup, { colours: true, width: 80 }).replaceAll(/\u001b\[\d+m/gu, ''), plain);
});

reporting.run();
