import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { markEchoes } from '../echo.ts';
import { aResult, aScenario } from './made-up.ts';

const echo = suite('echoes');
const failed = (scenario: string): ReturnType<typeof aResult> => aResult({ scenario, weight: 'red', verdict: { kind: 'hang', milliseconds: 5 } });
const causes = (results: Parameters<typeof markEchoes>[0], prerequisites: Readonly<Record<string, readonly string[]>>): readonly (string | null)[] =>
  markEchoes(results, results.map(({ scenario }) => aScenario({ id: scenario, prerequisites: prerequisites[scenario] ?? [] }))).map(({ echoOf }) => echoOf);

echo('a failure whose prerequisite failed too is an echo of it', () => {
  assert.equal(causes([failed('a'), failed('b')], { b: ['a'] }), [null, 'a']);
});

echo('the cause may come later, and is the beginning of the chain', () => {
  assert.equal(causes([failed('c'), failed('b'), failed('a')], { c: ['b'], b: ['a'] }), ['a', 'a', null]);
});

echo('a prerequisite that passed, or was not selected, explains nothing', () => {
  assert.equal(causes([aResult({ scenario: 'a' }), failed('b')], { b: ['a', 'elsewhere'] }), [null, null]);
});

echo('what passes is no echo', () => {
  assert.equal(causes([failed('a'), aResult({ scenario: 'b' })], { b: ['a'] }), [null, null]);
});

echo('prerequisites in a circle end somewhere', () => {
  assert.equal(causes([failed('a'), failed('b')], { a: ['b'], b: ['a'] }), ['b', 'a']);
});

echo.run();
