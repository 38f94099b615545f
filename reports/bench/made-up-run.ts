// The only place for a made-up run of any size: a specification and result streams as they come from the disk.

import { writeResults } from '../../conformance/result-stream.ts';
import type { Result } from '../../conformance/result.ts';
import { everything } from '../../conformance/select.ts';
import { classes, members } from '../../conformance/spec.ts';
import type { Clause, Scenario, Spec } from '../../conformance/spec.ts';

/** Of this many scenarios one fails, one differs, one lacks a capability, one is not owed. */
const every = 20;

export function madeUpSpec(count: number): Spec {
  const clauses = Array.from({ length: Math.ceil(count / 4) }, (_, index): Clause => ({
    id: `task.cancel.clause-${index}`, member: members[index % members.length] ?? 'cancel', class: classes[index % classes.length] ?? 'core',
    level: index % every === 2 ? 'observed' : 'must', text: 'A coroutine may deny the request by suppressing the error that it is sent, and goes on as if nothing were.',
    sentences: ['cancel.3'], link: 'https://docs.python.org/3.7/library/asyncio-task.html#asyncio.Task.cancel', since: null, until: null,
    file: 'spec/clauses/cancel.yaml', line: index + 1,
  }));
  return { document: '3.7', digest: `made up, ${count}`, clauses, scenarios: Array.from({ length: count }, (_, index) => scenarioOf(index, clauses)), ledger: { rows: [] }, proofs: {} };
}

function scenarioOf(index: number, clauses: readonly Clause[]): Scenario {
  const clause = clauses[index % clauses.length]?.id ?? '';
  const id = `cancel/scenario-${index}`;
  return {
    id, file: `spec/scenarios/${id}.yaml`, digest: `${index}`, title: 'A Task that swallows the request goes on', clauses: [clause], prerequisites: [], capabilities: [],
    program: { exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive: [], texts: [] },
    expectation: {
      clause, variants: [''], order: [[]],
      steps: [{ step: 3, clause, outcomes: [{ times: 1, forms: [{ kind: 'is', pattern: { kind: 'constant', value: false } }], each: null }] }],
    },
    places: Array.from({ length: 8 }, (_, step) => ({ id: step + 1, line: 8 + 2 * step, column: 5, body: 'main', text: 'check: t.cancelled()', expects: 'is: false' })),
  };
}

export function madeUpStream(spec: Spec, number: number): string {
  const levels = new Map(spec.clauses.map(({ id, level }) => [id, level]));
  const judged = {
    name: `python:3.${number}`, target: '3.8', cutShort: false, ambiguous: [], results: spec.scenarios.map((scenario, index) => resultOf(scenario, index + number, levels)),
    description: { name: `python:3.${number}`, implementation: 'CPython', version: `3.${number}.1`, target: '3.8', task: '_asyncio.Task', capabilities: [], environment: {} },
  };
  const made = { at: '2020-02-02T12:00:00.000Z', node: 'v20.0.0', platform: 'linux' };
  return writeResults(judged, { taskspec: '0.0.0', document: spec.document, spec: spec.digest, selection: everything, made });
}

function resultOf({ id, digest, clauses: [clause] }: Scenario, index: number, levels: ReadonlyMap<string, Clause['level']>): Result {
  const level = levels.get(clause) ?? 'must';
  const common = { scenario: id, digest, clause, level, flaky: false, echoOf: null };
  switch (index % every) {
    case 0:
    case 1:
      return {
        ...common, weight: level === 'must' ? 'red' : 'information',
        verdict: { kind: 'fail', variant: '', divergence: { kind: 'value', step: 3, nth: 1, clause, expected: 'False', seen: 'True', value: true, after: 2 } },
        evidence: {
          observations: [1, 2, 3, 4].map((step) => ({ kind: 'value', step, value: true })), end: { kind: 'ended' }, output: '',
          notes: Array.from({ length: 10 }, (_, cycle) => ({ kind: 'resumed', cycle, task: `worker#${cycle % 3}` })),
        },
      };
    case 2:
      return { ...common, weight: 'grey', verdict: { kind: 'unsupported', capability: 'frames' }, evidence: null };
    case 3:
      return { ...common, weight: 'grey', verdict: { kind: 'not-applicable', clause, target: '3.13', owed: 'before 3.9' }, evidence: null };
    default:
      return { ...common, weight: 'green', verdict: { kind: 'pass', variant: '' }, evidence: null };
  }
}
