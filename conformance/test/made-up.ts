// The only place for made-up specifications: small enough to be read in a test, whole enough to be run.

import type { Description, Run, Session } from '../adapter.ts';
import { capabilities } from '../capabilities.ts';
import type { Outcome } from '../expectation.ts';
import type { LedgerRow } from '../ledger.ts';
import type { Program } from '../program.ts';
import type { Proofs } from '../proofs.ts';
import type { Result } from '../result.ts';
import type { Clause, Scenario, Spec } from '../spec.ts';
import type { Observation, Trace } from '../trace.ts';

export const aClause = (about: Partial<Clause> & { readonly id: string }): Clause => ({
  member: 'done', class: 'core', level: 'must', text: 'It is so.', sentences: ['done.0'], link: 'https://docs.invalid/#done',
  since: null, until: null, file: 'spec/clauses/done.yaml', line: 3, ...about,
});

const once = (value: boolean): Outcome => ({ times: 1, forms: [{ kind: 'is', pattern: { kind: 'constant', value } }], each: null });

/** Two checks, of which both must be true; where there are variants, the second one differs in them. */
export const aScenario = (about: Partial<Scenario> & { readonly id: string }, variants: readonly string[] = ['']): Scenario => {
  const clauses = about.clauses ?? ['task.done.one'];
  return {
    file: `spec/scenarios/${about.id}.yaml`, digest: `digest of ${about.id}`, title: `What ${about.id} is about`,
    clauses, prerequisites: [], capabilities: ['done'],
    program: aProgram(about.id),
    expectation: {
      clause: clauses[0], variants, order: variants.map(() => []),
      steps: [
        { step: 1, clause: clauses[0], outcomes: variants.map(() => once(true)) },
        { step: 2, clause: clauses[1] ?? clauses[0], outcomes: variants.map((_, index) => once(index === 0)) },
      ],
    },
    places: [
      { id: 1, line: 7, column: 5, body: 'main', text: 'check: t.done()', expects: 'is: true' },
      { id: 2, line: 9, column: 5, body: 'main', text: 'check: t.cancelled()', expects: 'is: true' },
    ],
    ...about,
  };
};

/** Its one text names the scenario, so that a fake knows what it is asked to run. */
const aProgram = (name: string): Program => ({
  exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive: [], texts: [name],
});

export const aSpec = (
  clauses: readonly Clause[], scenarios: readonly Scenario[], rows: readonly LedgerRow[] = [], proofs: Proofs = {},
): Spec => ({
  document: '3.7', digest: 'digest of all', clauses, scenarios, ledger: { rows }, proofs,
});

export const aRow = (about: Partial<LedgerRow> & { readonly id: string }): LedgerRow => ({
  kind: 'sentence', place: { page: 'asyncio-task', section: 'task-object', anchor: 'asyncio.Task.done' }, byReference: false,
  digest: '0123456789abcdef', sketch: ['0123', '4567', '89ab'], standing: { kind: 'clause', clauses: ['task.done.one'] }, observed: [], ...about,
});

export const saw = (...values: readonly boolean[]): Trace => ({
  observations: values.map((value, index): Observation => ({ kind: 'value', step: index + 1, value })), end: { kind: 'ended' }, notes: [],
});

export const traced = (...values: readonly boolean[]): Run => ({ kind: 'trace', trace: saw(...values) });

export const aDescription: Description = {
  name: 'fake', implementation: 'a fake', version: '1.0', target: '3.8', task: 'fake.Task', capabilities, environment: { LANG: 'C' },
};

/** Answers by the scenario's id; what it is not told of passes. */
export const aSession = (
  answer: (scenario: string, notes: boolean) => Run | undefined, about: Partial<Description> = {},
): Session & { readonly asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    description: { ...aDescription, ...about },
    run: async ({ texts: [name = ''] }, _, { notes }) => {
      asked.push(notes ? `${name} with notes` : name);
      return answer(name, notes) ?? traced(true, true);
    },
    stop: async () => undefined,
  };
};

export const aResult = (about: Partial<Result> & { readonly scenario: string }): Result => ({
  digest: `digest of ${about.scenario}`, verdict: { kind: 'pass', variant: '' }, weight: 'green', clause: 'task.done.one', level: 'must',
  flaky: false, echoOf: null, evidence: null, ...about,
});

/** Clauses in each state, sentences of each kind, and proofs of which some no longer hold. */
export const aCoveredSpec: Spec = aSpec(
  [
    aClause({ id: 'task.done.one' }), aClause({ id: 'task.done.two', level: 'should' }), aClause({ id: 'task.done.three', class: 'callbacks', until: '3.9' }),
    aClause({ id: 'task.done.seen', level: 'observed' }), aClause({ id: 'task.cancel.disputed', member: 'cancel', class: 'cancellation', level: 'contested' }),
  ],
  [
    aScenario({ id: 'done/a' }), aScenario({ id: 'done/b', clauses: ['task.done.one', 'task.done.seen'] }), aScenario({ id: 'done/c', clauses: ['task.done.two'] }),
    aScenario({ id: 'cancel/d', clauses: ['task.cancel.disputed'] }),
  ],
  [
    aRow({ id: 'done.0', kind: 'signature' }), aRow({ id: 'done.1', standing: { kind: 'clause', clauses: ['task.done.one', 'task.done.two'] } }),
    aRow({ id: 'done.2', standing: { kind: 'clause', clauses: ['task.done.three', 'task.done.one'] } }),
    aRow({ id: 'done.3', standing: { kind: 'untestable', reason: 'No program can see whether it is so.' }, observed: ['task.done.seen'] }),
    aRow({ id: 'done.r1', byReference: true, standing: { kind: 'informative', reason: 'It points elsewhere.' } }),
    aRow({ id: 'cancel.0', kind: 'signature', standing: { kind: 'clause', clauses: ['task.cancel.disputed'] } }),
  ],
  {
    late: { says: 'It comes late.', language: 'typescript', proves: { 'task.cancel.disputed': ['cancel/d'], 'task.done.one': ['done/a', 'done/gone'] } },
    never: { says: 'It never comes.', language: 'python', proves: { 'task.done.one': ['done/a', 'done/b'], 'task.done.two': ['done/a'], 'task.done.lost': ['done/a'] } },
  },
);
