import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { conclude } from '../conclusion.ts';
import type { Conclusion } from '../conclusion.ts';
import type { Judged, Result } from '../result.ts';
import { aDescription, aResult } from './made-up.ts';

const concluding = suite('conclusions');
const passed = aResult({ scenario: 'a' });
const hung = aResult({ scenario: 'b', verdict: { kind: 'hang', milliseconds: 5 }, weight: 'red' });
const broken = aResult({ scenario: 'c', verdict: { kind: 'adapter-error', message: '' }, weight: 'broken' });
const notRun = aResult({ scenario: 'd', verdict: { kind: 'not-run', reason: '' }, weight: 'grey' });
const lacking = aResult({ scenario: 'e', verdict: { kind: 'unsupported', capability: 'x' }, weight: 'grey' });
const concluded = (results: readonly Result[], about: Partial<Judged> = {}): Conclusion =>
  conclude({ name: 'fake', description: aDescription, target: '3.8', results, cutShort: false, ambiguous: [], ...about });

concluding('one pass is enough, and what is lacking does not hurt', () => assert.is(concluded([passed, lacking]), 'conforms'));

concluding('a warning or a difference does not hurt either', () => {
  const divergence = { kind: 'end', step: null, nth: 1, clause: '', expected: '', seen: '', value: null, after: 0 } as const;
  const verdict = { kind: 'fail', variant: '', divergence } as const;
  assert.is(concluded([aResult({ scenario: 'f', verdict, weight: 'warning' })]), 'conforms');
  assert.is(concluded([aResult({ scenario: 'f', verdict, weight: 'information' })]), 'conforms');
});

concluding('nothing judged is no conformance', () => assert.is(concluded([lacking]), 'not judged'));
concluding('one failure is enough', () => assert.is(concluded([passed, hung, notRun]), 'does not conform'));
concluding('what was claimed and left unjudged makes the rest worthless', () => assert.is(concluded([passed, notRun]), 'failed'));
concluding('a broken adapter comes before what it made of the implementation', () => assert.is(concluded([hung, broken]), 'failed'));
concluding('cut short comes before both', () => assert.is(concluded([hung, broken], { cutShort: true }), 'cut short'));

concluding('a wrong specification comes first', () => {
  const ambiguous = [{ scenario: 'a', variants: ['words', 'cpython'] }];
  assert.is(concluded([hung, broken], { cutShort: true, ambiguous }), 'specification wrong');
});

concluding.run();
