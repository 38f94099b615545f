// The only place that turns one run of a program into a verdict and its evidence.

import type { Budget, Description, Run } from './adapter.ts';
import { derivedOnly } from './derived.ts';
import { judge } from './judge/judge.ts';
import type { Evidence } from './result.ts';
import type { Level, Scenario } from './spec.ts';
import type { Verdict } from './verdict.ts';

/** `ambiguous` names the outcomes that fitted together, which is a mistake in the specification. */
export interface Adjudication {
  readonly verdict: Verdict;
  readonly evidence: Evidence | null;
  readonly ambiguous: readonly string[] | null;
}

/** What a run means for a scenario. `levelOf` tells how strongly a clause binds. */
export function adjudicate(
  scenario: Scenario,
  run: Run,
  description: Description,
  budget: Budget,
  levelOf: (clause: string) => Level,
): Adjudication {
  switch (run.kind) {
    case 'trace':
      return ofTrace(scenario, run, levelOf);
    case 'unsupported':
      return unjudged(ofUnsupported(run.capability, description));
    case 'hang':
      // The limit, not the time measured: the same run twice gives the same result.
      return { ...unjudged({ kind: 'hang', milliseconds: budget.wallMilliseconds }), evidence: partial(run) };
    case 'crash':
      return { ...unjudged({ kind: 'crash', how: run.how }), evidence: partial(run) };
    case 'budget':
      return { ...unjudged({ kind: 'budget', budget: run.budget }), evidence: partial(run) };
    case 'protocol-error':
      return { ...unjudged({ kind: 'protocol-error', message: run.message }), evidence: partial(run) };
    case 'adapter-error':
      return unjudged({ kind: 'adapter-error', message: run.message });
    case 'not-run':
      return unjudged({ kind: 'not-run', reason: run.reason });
  }
}

function ofTrace(scenario: Scenario, run: Run & { kind: 'trace' }, levelOf: (clause: string) => Level): Adjudication {
  const { trace } = run;
  const evidence = { observations: trace.observations, end: trace.end, notes: trace.notes, output: '' };
  const judgement = judge(scenario.expectation, trace);
  switch (judgement.kind) {
    case 'pass': {
      const divergence = derivedOnly(scenario.expectation, trace, levelOf);
      if (divergence === null) return unjudged({ kind: 'pass', variant: judgement.variant });
      return { ...unjudged({ kind: 'fail', variant: judgement.variant, divergence }), evidence };
    }
    case 'fail':
      return {
        ...unjudged({ kind: 'fail', variant: judgement.variant, divergence: judgement.divergence }),
        evidence,
      };
    case 'ambiguous': {
      const reason = `a mistake in the specification: ${judgement.variants.join(' and ')} fit at once`;
      return { verdict: { kind: 'not-run', reason }, evidence, ambiguous: judgement.variants };
    }
  }
}

/** Who claims a capability and then lacks it has an adapter that says what is not so. */
function ofUnsupported(capability: string, description: Description): Verdict {
  if (!description.capabilities.some((claimed) => claimed === capability)) return { kind: 'unsupported', capability };
  const message = `it claims the capability ${capability} and then answers that it lacks it`;
  return { kind: 'adapter-error', message };
}

function partial(run: Exclude<Run, { kind: 'trace' | 'unsupported' | 'adapter-error' | 'not-run' }>): Evidence {
  const { observations, notes, output } = run.partial;
  return { observations, end: null, notes, output };
}

/** A verdict for which nothing was seen. */
export function unjudged(verdict: Verdict): Adjudication {
  return { verdict, evidence: null, ambiguous: null };
}
