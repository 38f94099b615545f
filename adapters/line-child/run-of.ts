// The only place that turns a child's last reply to a program into the run of it.

import type { Run } from '../../conformance/adapter.ts';
import type { Observation } from '../../conformance/trace.ts';
import type { Reply } from './reply.ts';

/** What is known of a program that did not come to its end. */
export function partialOf(observations: readonly Observation[], output: string): Extract<Run, { kind: 'crash' }>['partial'] {
  return { observations, notes: [], output };
}

export function runOf(reply: Extract<Reply, { kind: 'done' | 'bug' | 'unsupported' }>, output: string): Run {
  if (reply.kind === 'unsupported') return { kind: 'unsupported', capability: reply.capability };
  if (reply.kind === 'bug') return { kind: 'adapter-error', message: `the harness failed:\n${reply.message}` };
  const { observations, notes, end } = reply;
  if (end.kind !== 'budget') return { kind: 'trace', trace: { observations, end, notes }, ...(reply.output === '' ? {} : { output: reply.output }) };
  return { kind: 'budget', partial: { observations, notes, output: reply.output + output }, budget: end.budget };
}
