// The only place where Stryker meets the suite: a test runner whose tests are the scenarios, and whose subject is the reference.

import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { PluginKind, declareClassPlugin, declareValuePlugin } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus, MutantRunStatus, TestStatus,
  type DryRunResult, type MutantRunOptions, type MutantRunResult, type TestResult, type TestRunner, type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import { inProcessAdapter } from '../../../adapters/in-process/session.ts';
import { bindReference } from '../../../adapters/reference/reference-adapter.ts';
import type { Reference } from '../../../adapters/reference/view.ts';
import type { Budget } from '../../adapter.ts';
import { adjudicate } from '../../adjudicate.ts';
import { withoutRunning } from '../../applicability.ts';
import { ClauseIndex } from '../../clause-index.ts';
import type { Scenario, Spec } from '../../spec.ts';
import { type Verdict, weigh } from '../../verdict.ts';
import { openSpec } from '../spec-source.ts';
import { instrumentedReference } from './instrumented-reference.ts';
import { type Ground, groundOf, killsOf, writeKills } from './kills.ts';
import { messageIgnorer } from './message-ignorer.ts';

declare global {
  /** What the instrumented reference and its runner tell each other; the name is Stryker's. */
  var __stryker__: InstrumenterContext | undefined;
}

/** Ten times what any scenario needs of the reference: a mutant that needs more is endless, on every machine alike. */
export const budget: Budget = { loopSteps: 500, virtualSeconds: 1_000_000, wallMilliseconds: 5_000 };

/** A mutant reached so often in one scenario is endless without the loop's help. */
const hitLimit = 20_000;

interface Ready {
  readonly spec: Spec;
  readonly clauses: ClauseIndex;
  /** A fresh copy of the instrumented reference. */
  readonly load: () => Reference;
}

/** Stryker starts it in a process of its own, whose working directory is the sandbox with the instrumented reference. */
export class ScenarioRunner implements TestRunner {
  #ready: Ready | null = null;

  /** `folder`: where the instrumented `reference/` is. Raises SpecMistakes where the specification has any. */
  async init(folder = process.cwd()): Promise<void> {
    const spec = await openSpec(undefined);
    this.#ready = { spec, clauses: new ClauseIndex(spec.clauses), load: await instrumentedReference(folder) };
  }

  /** Each scenario gets a reference of its own, so nothing is left that would have to be loaded again. */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  /** Without a mutant: every scenario must be as green as it is on the reference, and tells which mutants it reaches. */
  async dryRun(): Promise<DryRunResult> {
    const context: InstrumenterContext = (globalThis.__stryker__ ??= {});
    const ready = this.#isReady();
    const tests: TestResult[] = [];
    for (const scenario of ready.spec.scenarios) {
      context.currentTestId = scenario.id;
      const started = performance.now();
      const verdict = await judgeOn(ready, scenario);
      tests.push(testOf(scenario, verdict, performance.now() - started));
    }
    const { mutantCoverage } = context;
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage === undefined ? {} : { mutantCoverage }) };
  }

  /** With one mutant: the scenarios that reach it, all of them, as each kill is wanted. */
  async mutantRun({ activeMutant, testFilter }: MutantRunOptions): Promise<MutantRunResult> {
    const context: InstrumenterContext = (globalThis.__stryker__ ??= {});
    context.activeMutant = activeMutant.id;
    const ready = this.#isReady();
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const scenarios = ready.spec.scenarios.filter(({ id }) => wanted === null || wanted.has(id));
    const noticed: (readonly [string, Ground])[] = [];
    for (const scenario of scenarios) {
      context.currentTestId = scenario.id;
      context.hitCount = 0;
      context.hitLimit = hitLimit;
      const ground = await groundOn(ready, scenario, context);
      if (ground !== null) noticed.push([scenario.id, ground]);
    }
    if (noticed.length === 0) return { status: MutantRunStatus.Survived, nrOfTests: scenarios.length };
    return {
      status: MutantRunStatus.Killed,
      killedBy: noticed.map(([id]) => id),
      failureMessage: writeKills(killsOf(noticed)),
      nrOfTests: scenarios.length,
    };
  }

  #isReady(): Ready {
    if (this.#ready === null) throw new Error('init() comes first');
    return this.#ready;
  }
}

async function groundOn(ready: Ready, scenario: Scenario, context: InstrumenterContext): Promise<Ground | null> {
  const verdict = await judgeOn(ready, scenario);
  if ((context.hitCount ?? 0) > hitLimit) return 'endless';
  const clause = verdict.kind === 'fail' ? verdict.divergence.clause : scenario.clauses[0];
  return groundOf(verdict, ready.clauses.level(clause));
}

/** A mutant may break the modules while they load: then there is nothing to bind, and nothing to judge. */
async function judgeOn({ clauses, load }: Ready, scenario: Scenario): Promise<Verdict> {
  try {
    const session = await inProcessAdapter('mutant', bindReference(load())).start();
    const { description } = session;
    const known = withoutRunning(scenario, clauses.primary(scenario), description.target, new Set(description.capabilities));
    if (known !== null) return known;
    const run = await session.run(scenario.program, budget, { notes: false });
    return adjudicate(scenario, run, description, budget, clauses.level).verdict;
  } catch (error) {
    return { kind: 'adapter-error', message: error instanceof Error ? error.message : String(error) };
  }
}

function testOf(scenario: Scenario, verdict: Verdict, timeSpentMs: number): TestResult {
  const test = { id: scenario.id, name: scenario.title, timeSpentMs };
  switch (weigh(verdict, 'must')) {
    case 'green':
      return { ...test, status: TestStatus.Success };
    case 'grey':
      return { ...test, status: TestStatus.Skipped };
    default:
      return { ...test, status: TestStatus.Failed, failureMessage: `the instrumented reference does not pass: ${verdict.kind}` };
  }
}

/** What Stryker looks for in a plugin. */
export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'scenarios', ScenarioRunner),
  declareValuePlugin(PluginKind.Ignore, 'messages', messageIgnorer),
];
