import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { tapReporter } from '../tap.ts';
import { aReport, options } from './a-report.ts';
import { readTap, rules } from './rules.ts';

const reporting = suite('TAP');
const read = (known: (implementation: string, scenario: string) => boolean = () => false): ReturnType<typeof readTap> =>
  readTap(tapReporter(aReport(), { ...options, known }));
const pointOf = (scenario: string, tap = read()): unknown => tap.suites[0]?.points.find(({ name }) => name.startsWith(scenario));

reporting('there is a subtest for each implementation, and a point for each scenario', () => {
  const { suites, points } = read();
  assert.equal(suites.map(({ name, points: all }) => `${name} ${all.length}`), ['python:3.8 13', 'reference 13', 'pyodide 13', 'python:3.99 13']);
  assert.equal(points.map(({ ok }) => ok), [false, true, false, false]);
});

reporting('what differs without deciding is to do, what was not judged is skipped', () => {
  assert.equal(pointOf('cancel/denied'), { ok: false, name: 'cancel/denied', skip: false, todo: false });
  assert.equal(pointOf('cancel/politely'), { ok: false, name: 'cancel/politely', skip: false, todo: 'a should that does not hold' });
  assert.equal(pointOf('done/lacks'), { ok: true, name: 'done/lacks', skip: 'unsupported: it lacks the capability three words here', todo: false });
});

reporting('a failure that a baseline knows is to do', () => {
  const tap = read((implementation, scenario) => implementation === 'python:3.8' && scenario === 'cancel/denied');
  assert.equal(pointOf('cancel/denied', tap), { ok: false, name: 'cancel/denied', skip: false, todo: 'a known failure' });
});

reporting('one that a baseline knows and that passes is not ok', () => {
  const tap = read((implementation, scenario) => implementation === 'reference' && scenario === 'done/returned');
  assert.is(tap.suites[1]?.points.find(({ name }) => name === 'done/returned')?.ok, false);
  assert.is(tap.points[1]?.ok, false);
});

reporting('where all failures are known, the subtest is ok as long as the run was finished', () => {
  const tap = read((implementation) => implementation === 'python:3.99');
  assert.is(tap.points[3]?.ok, false, 'an adapter that failed is no verdict, known or not');
});

reporting('the rules are rules: they refuse what is no TAP', async () => {
  const text = tapReporter(aReport(), options);
  for (const broken of [`${text}noise\n`, text.replace('1..4', '1..5'), text.replace('    1..13', '    1..12')]) assert.is.not((await rules['tap']?.(broken))?.length, 0);
});

reporting.run();
