import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { causesOf } from '../causes.ts';
import { found, implementation, one } from './made-up.ts';

const telling = suite('causes');
const of = (...failures: readonly (readonly ReturnType<typeof found>[])[]): readonly string[] =>
  causesOf({ ...one, implementations: failures.map((own, index) => implementation({ name: `i${index}`, failures: own })) })
    .map(({ found: { scenario }, on, also }) => `${scenario} on ${on.join(' ')} also ${also.join(' ')}`);

telling('the same failure of two implementations is one cause, another outcome another', () => {
  assert.equal(of([found({ scenario: 'a' })], [found({ scenario: 'a' })], [found({ scenario: 'a', seen: 'None' })]), ['a on i0 i1 also ', 'a on i2 also ']);
});
telling('an echo has its cause elsewhere', () => assert.equal(of([found({ scenario: 'a' }), found({ scenario: 'b', echoOf: 'a' })]), ['a on i0 also ']));
telling('what broke in the same words broke once', () => {
  const broken = { kind: 'adapter-error', weight: 'broken', verdict: 'it broke' } as const;
  assert.equal(of([found({ scenario: 'a', ...broken }), found({ scenario: 'b', ...broken })]), ['a on i0 also b']);
});

telling.run();
