// What a report that shows scenarios is given besides results.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dataPlace } from '../../../reports/html/embed.ts';
import { illustrate } from '../illustrate.ts';
import { openSpec } from '../spec-source.ts';

const illustrating = suite('illustrate');
const spec = await openSpec(undefined);
const few = { ...spec, scenarios: spec.scenarios.filter(({ id }) => id === 'cancel/documented-example' || id === 'class/wrong-arguments') };
const { page, scenarios } = await illustrate(few);

illustrating('a scenario comes with its file, its program, and what the reference did', () => {
  const { yaml = '', python = '', reference } = scenarios.get('cancel/documented-example') ?? {};
  assert.match(yaml, /^# yaml-language-server/u);
  assert.match(python, /async def cancel_me/u);
  assert.is(reference?.verdict.kind, 'pass');
  assert.ok(reference?.notes.some(({ kind }) => kind === 'delivered'));
});

illustrating('what the reference cannot run says which capability it lacks', () => {
  const reference = scenarios.get('class/wrong-arguments')?.reference;
  assert.is(reference?.verdict.kind, 'unsupported');
  assert.equal(reference?.notes, []);
});

illustrating('a file that went away since leaves a word in its place', async () => {
  const gone = { ...few, scenarios: few.scenarios.slice(0, 1).map((scenario) => ({ ...scenario, id: 'cancel/went-away' })) };
  const illustrated = (await illustrate(gone)).scenarios.get('cancel/went-away');
  assert.is(illustrated?.yaml, '# This file cannot be read: ENOENT');
  assert.match(illustrated?.python ?? '', /async def/u);
});

illustrating('the page has one place for data, and its policy names the one script that may run', () => {
  assert.is(page.split(dataPlace).length, 2);
  assert.match(page, /default-src 'none'; script-src 'sha256-[A-Za-z0-9+/=]+'/u);
  assert.not.match(page, /(?:src|href)="https?:/u);
});

illustrating.run();
