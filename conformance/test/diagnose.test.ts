import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { diagnose, headline } from '../diagnose.ts';
import type { Observation } from '../trace.ts';
import type { Divergence, Verdict } from '../verdict.ts';
import { aClause, aResult, aScenario, saw } from './made-up.ts';

const diagnosing = suite('the diagnosis');
const scenario = aScenario({ id: 'done/one' });
const clause = aClause({ id: 'task.done.one', sentences: ['done.0', 'done.1'] });
const divergence: Divergence = {
  kind: 'value', step: 2, nth: 1, clause: 'task.done.one', expected: 'True', seen: 'False', value: false, after: 1,
};
const evidence = (observations: readonly Observation[]): NonNullable<ReturnType<typeof aResult>['evidence']> => ({
  observations, end: { kind: 'ended' }, notes: [{ kind: 'created', cycle: 0, task: 't' }], output: 'a word',
});
const failing = (about: Partial<Divergence>, observations = saw(true, false).observations): ReturnType<typeof diagnose> => diagnose(scenario, clause, aResult({
  scenario: 'done/one', weight: 'red', evidence: evidence(observations),
  verdict: { kind: 'fail', variant: 'words', divergence: { ...divergence, ...about } },
}));

diagnosing('it says what the document demands, and where', () => {
  assert.equal(failing({}).clause, {
    id: 'task.done.one', level: 'must', text: 'It is so.', sentences: ['done.0', 'done.1'], link: 'https://docs.invalid/#done',
  });
});

diagnosing('the steps before the divergence come with what they showed, the diverging one with what it should have', () => {
  const { before, where, expected, seen, variant } = failing({});
  assert.equal(before, [{ line: 7, body: 'main', text: 'check: t.done()', showed: 'True' }]);
  assert.equal(where, { line: 9, body: 'main', text: 'check: t.cancelled()', expects: 'is: true', nth: 1 });
  assert.equal([expected, seen, variant], ['True', 'False', 'words']);
});

diagnosing('it ends with the state of the tasks, the last words, and the command that shows it as a program', () => {
  const { tasks, output, command } = failing({});
  assert.equal(tasks.map(({ task, state }) => [task, state]), [['t', 'not started']]);
  assert.equal([output, command], ['a word', 'taskspec show done/one --as python']);
});

diagnosing('a reader counts lines where the judge counts steps', () => {
  const { expected, seen } = failing({ kind: 'order', expected: 'after step 1', seen: 'before step 1' });
  assert.equal([expected, seen], ['after line 7, check: t.done()', 'before line 7, check: t.done()']);
  assert.is(failing({ expected: 'after step 77' }).expected, 'after step 77');
});

diagnosing('an exception, a mere passing by, and what was derived are told apart', () => {
  const { before } = failing({ after: 4 }, [
    { kind: 'reached', step: 1 }, { kind: 'raised', step: 1, error: { error: 'ValueError', args: [] } },
    { kind: 'value', step: 1, value: 4, derived: true }, { kind: 'reached', step: 99 },
  ]);
  assert.equal(before.map(({ showed }) => showed), ['', 'raised ValueError()', '4 (derived)', '']);
  assert.equal(before.at(-1), { line: null, body: '', text: 'step 99', showed: '' });
});

diagnosing('where the program as a whole went wrong there is no line', () => {
  assert.is(failing({ kind: 'end', step: null }).where, null);
});

diagnosing('what was cut off shows all that came, and why it ended', () => {
  const hung = diagnose(scenario, clause, aResult({
    scenario: 'done/one', weight: 'red', verdict: { kind: 'hang', milliseconds: 5000 }, evidence: { ...evidence(saw(true).observations), end: null },
  }));
  assert.is(hung.before.length, 1);
  assert.equal([hung.where, hung.expected, hung.variant, hung.seen], [null, null, null, 'hung: no answer within 5 s']);
});

diagnosing('without evidence it says what it can', () => {
  const broken = diagnose(scenario, clause, aResult({ scenario: 'done/one', weight: 'broken', verdict: { kind: 'adapter-error', message: 'of ours' } }));
  assert.equal([broken.before, broken.tasks, broken.output], [[], [], '']);
});

const headlines: readonly (readonly [Verdict, string])[] = [
  [{ kind: 'pass', variant: '' }, 'passed'],
  [{ kind: 'pass', variant: 'cpython' }, 'passed as cpython'],
  [{ kind: 'fail', variant: '', divergence }, 'failed'],
  [{ kind: 'fail', variant: '', divergence: { ...divergence, kind: 'derived' } }, 'not proven'],
  [{ kind: 'unsupported', capability: 'frames' }, 'unsupported: it lacks the capability frames'],
  [{ kind: 'not-applicable', clause: 'c', target: '3.13', owed: 'before 3.9' }, 'not applicable: c is owed before 3.9, and the target is 3.13'],
  [{ kind: 'hang', milliseconds: 1500 }, 'hung: no answer within 1.5 s'],
  [{ kind: 'crash', how: 'signal SIGSEGV' }, 'crashed: signal SIGSEGV'],
  [{ kind: 'budget', budget: 'loop steps' }, 'never came to an end: the budget of loop steps was used up'],
  [{ kind: 'protocol-error', message: 'no JSON' }, 'protocol error: no JSON'],
  [{ kind: 'adapter-error', message: 'of ours' }, 'adapter error: of ours'],
  [{ kind: 'not-run', reason: 'stopped' }, 'not run: stopped'],
];
for (const [verdict, text] of headlines) {
  diagnosing(`a verdict of ${verdict.kind} reads: ${text}`, () => assert.is(headline(verdict), text));
}

diagnosing.run();
