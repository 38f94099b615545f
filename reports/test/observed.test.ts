import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Group, Sightings } from '../../conformance/sightings.ts';
import type { Scenario, StepPlace } from '../../conformance/spec.ts';
import { observed } from '../observed.ts';
import { golden } from './golden.ts';
import { harm } from './made-up.ts';

const observing = suite('what was observed');
const look = { colours: false, width: 72 };
const place = (line: number, body: string, text: string, expects: string | null): StepPlace => ({ id: line, line, column: 5, body, text, expects });
const scenario: Pick<Scenario, 'title' | 'file'> = { title: `A Task that cancels itself ${harm}`, file: 'draft.yaml' };
const group = (letter: string, about: Partial<Group>): Group => ({
  letter, implementations: ['python:3.13'], judgement: 'fits words', fits: true, end: null, order: [], ...about,
});

const one: Sightings = {
  groups: [group('A', {})], orderDiffers: false,
  steps: [
    { place: place(6, 'worker', 'call: me.cancel()', null), shown: [] },
    { place: place(12, 'main', 'check: t.cancelled()', 'is: true'), shown: [{ letters: ['A'], text: 'True' }] },
  ],
};

const several: Sightings = {
  groups: [
    group('A', { implementations: ['python:3.7', 'python+pure:3.7'], judgement: 'fits cpython<3.8', order: ['log: a (3)', 'log: b (4)'] }),
    group('B', { judgement: 'does not fit: line 12: expected False, saw True', fits: false, end: 'stuck: nothing was ready, and no timer was left', order: ['log: b (4)', 'log: a (3)'] }),
  ],
  orderDiffers: true,
  steps: [
    { place: place(6, 'worker', 'log: a', null), shown: [{ letters: ['A', 'B'], text: 'reached' }] },
    { place: place(12, 'main', 'check: t.cancelled()', 'words: {is: false}'), shown: [{ letters: ['A'], text: 'False' }, { letters: ['B'], text: `True ${harm}` }] },
  ],
};

observing('where all saw the same there are no letters', () => golden('observed-one.txt', observed(scenario, one, look)));
observing('groups have letters, and where they differ both stand below the step', () => golden('observed-several.txt', observed(scenario, several, look)));
observing('colours are all that colour adds', () => {
  const coloured = observed(scenario, several, { ...look, colours: true });
  assert.is(coloured.replaceAll(/\u001b\[\d+m/gu, ''), observed(scenario, several, look));
});

observing.run();
