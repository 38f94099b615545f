// The only place for the steps of a check that go through the contract of adapters, and so make sense for each of them.

import type { Adapter, Budget, Run, Session } from '../adapter.ts';
import { judge } from '../judge/judge.ts';
import type { Scenario } from '../spec.ts';
import type { Section, Step } from './checkup.ts';
import { hangs, large, leavesLittle, leavesMuch, looksAround, neverEnds, sleepsOften, smallest, unicode, waitsOnly } from './programs.ts';
import { lacks, toldOf } from './probing.ts';

export interface StepsSetup {
  readonly adapter: Adapter;
  readonly budget: Budget;
  /** What of the conversation was said last, where somebody hears it. */
  readonly heard: Heard | null;
  /** Why a hang cannot be tried, or null. */
  readonly cannotHang: string | null;
  /** Why it cannot be started afresh, or null. */
  readonly cannotRestart: string | null;
  /** The suite: whatever is claimed is tried with its smallest scenario. */
  readonly scenarios: readonly Scenario[];
}

export interface Heard {
  readonly sent: readonly string[];
  readonly came: readonly string[];
}

/** So long a program that hangs is let be, in milliseconds; it would be busy for minutes. */
const hangMilliseconds = 200;

/** What holds where each step is ok. */
const titles = {
  smallest: 'the smallest program runs and ends',
  reset: 'a program finds nothing of the one before it',
  unicode: 'texts of many scripts come back character by character',
  large: 'a large program runs, and long lines are read whole',
  budget: 'a program of too many passes is given up',
  hang: 'a program that hangs is ended, and the next one runs',
  claims: 'whatever it claims it answers for',
  'fresh-start': 'after its end a fresh start answers',
} as const;

type Tried = { readonly expected: string; readonly seen: string; readonly section: Section; readonly todo: string } | null;

/** All steps of a started session. It is left running. */
export async function sessionSteps(session: Session, setup: StepsSetup): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const step = async (name: keyof typeof titles, notApplicable: string | null, attempt: () => Promise<Tried>): Promise<void> => {
    const title = titles[name];
    if (notApplicable !== null) {
      steps.push({ name, title, standing: 'not applicable', why: notApplicable, problem: null });
      return;
    }
    const tried = await attempt();
    steps.push({ name, title, standing: tried === null ? 'ok' : 'not ok', why: null, problem: tried === null ? null : problemOf(tried, title, setup.heard) });
  };
  const passes = async (scenario: Scenario, section: Section, todo: string, budget = setup.budget): Promise<Tried> => {
    const run = await session.run(scenario.program, budget, { notes: false });
    const seen = divergenceOf(scenario, run);
    return seen === null ? null : { expected: scenario.title, seen, section, todo };
  };

  await step('smallest', null, () =>
    passes(smallest, 'A run', 'Show one observation, or let the runner do so, and say done with "ended".'));
  await step('reset', null, () => reset(session, setup.budget));
  await step('unicode', null, () =>
    passes(unicode, 'Lines', 'Lines are UTF-8, and the runner writes JSON escapes: read pairs of \\ud83d\\ude00 as one character.'));
  await step('large', null, () =>
    passes(large, 'Lines', 'Read until the end of the line, however many reads it takes: it may be longer than the buffer of a pipe.'));
  await step('budget', null, () => budgetSpent(session, setup.budget));
  await step('hang', setup.cannotHang, () => hung(session, setup.budget));
  await step('claims', null, () => claims(session, setup));
  await step('fresh-start', setup.cannotRestart, () => freshStart(setup));
  return steps;
}

/** The steps that nobody could try, since it never came up. */
export function stepsNotRun(why: string): readonly Step[] {
  return Object.entries(titles).map(([name, title]) => ({ name, title, standing: 'not run', why, problem: null }));
}

function problemOf({ expected, seen, section, todo }: NonNullable<Tried>, title: string, heard: Heard | null): Step['problem'] {
  return { sent: heard?.sent ?? [`a program: ${title}`], came: [...(heard?.came ?? []), seen], expected, section, todo };
}

/** Null where it passes. */
function divergenceOf(scenario: Scenario, run: Run): string | null {
  if (run.kind !== 'trace') return toldOf(run);
  const judgement = judge(scenario.expectation, run.trace);
  return judgement.kind === 'fail' ? `expected ${clipped(judgement.divergence.expected)}, saw ${clipped(judgement.divergence.seen)}` : null;
}

const clipped = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** The same program before and after one that leaves whatever can be left. */
async function reset(session: Session, budget: Budget): Promise<Tried> {
  const looks = lacks(session, looksAround) === null ? looksAround : waitsOnly;
  const leaves = [leavesMuch, leavesLittle].find((one) => lacks(session, one) === null);
  const look = async (): Promise<string> => {
    const run = await session.run(looks.program, budget, { notes: false });
    return run.kind === 'trace' ? JSON.stringify([run.trace.observations, run.trace.end]) : toldOf(run);
  };
  const before = await look();
  if (leaves !== undefined) await session.run(leaves.program, budget, { notes: false });
  const after = await look();
  if (before === after) return null;
  return {
    expected: `what it showed before another program ran: ${clipped(before)}`, seen: `afterwards ${clipped(after)}`, section: 'A run',
    todo: 'Make a fresh loop at time 0 for each run, make it the current one, and silence or drop whatever the last one left.',
  };
}

async function budgetSpent(session: Session, budget: Budget): Promise<Tried> {
  const program = lacks(session, neverEnds) === null ? neverEnds.program : sleepsOften.program;
  const run = await session.run(program, { ...budget, loopSteps: 100 }, { notes: false });
  if (run.kind === 'budget' && run.budget === 'loop steps') return null;
  return {
    expected: 'done with "budget" and "loop steps" once 100 passes are over', seen: run.kind === 'trace' ? 'the program went on to its end' : toldOf(run),
    section: 'A run', todo: 'Count the passes of the loop, and give up where they are more than budget.loopSteps.',
  };
}

async function hung(session: Session, budget: Budget): Promise<Tried> {
  const run = await session.run(hangs.program, { ...budget, loopSteps: 1_000_000_000, wallMilliseconds: hangMilliseconds }, { notes: false });
  const next = await session.run(smallest.program, budget, { notes: false });
  const seen = divergenceOf(smallest, next);
  const todo = 'The runner ends its whole process group: it must be possible to start it again at once, with nothing left over.';
  if (run.kind !== 'hang') return { expected: 'no end of a program that is busy for minutes', seen: run.kind === 'trace' ? 'its end' : toldOf(run), section: 'Lines', todo };
  return seen === null ? null : { expected: 'the smallest program to run in a new process', seen, section: 'Lines', todo };
}

/** Errors that say that something is not there at all. */
const absent: readonly string[] = ['AttributeError', 'NameError', 'NotImplementedError', 'ImportError'];

async function claims(session: Session, { budget, scenarios }: StepsSetup): Promise<Tried> {
  const claimed = new Set<string>(session.description.capabilities);
  for (const capability of session.description.capabilities) {
    const scenario = scenarios.filter((one) => one.capabilities.includes(capability) && one.capabilities.every((needed) => claimed.has(needed)))
      .sort((one, other) => one.capabilities.length - other.capabilities.length)[0];
    if (scenario === undefined) continue;
    const run = await session.run(scenario.program, budget, { notes: false });
    const seen = contradiction(run);
    if (seen !== null) {
      return {
        expected: `an answer for ${capability}, which it claims, in ${scenario.id}`, seen, section: 'Capabilities',
        todo: `Leave ${capability} out of the capabilities, or do it: what is lacking is unsupported, which costs no failure.`,
      };
    }
  }
  return null;
}

function contradiction(run: Run): string | null {
  if (run.kind === 'unsupported' || run.kind === 'adapter-error' || run.kind === 'protocol-error') return toldOf(run);
  if (run.kind !== 'trace' || run.trace.end.kind !== 'raised') return null;
  const { error } = run.trace.end;
  const type = typeof error === 'object' && error !== null && 'error' in error ? error.error : '';
  return absent.includes(type) ? `${type} left the program` : null;
}

async function freshStart({ adapter, budget }: StepsSetup): Promise<Tried> {
  const todo = 'It must not depend on anything that its last process left behind, or had to clean up.';
  try {
    const session = await adapter.start();
    const seen = divergenceOf(smallest, await session.run(smallest.program, budget, { notes: false }));
    await session.stop();
    return seen === null ? null : { expected: smallest.title, seen, section: 'The start', todo };
  } catch (error) {
    return { expected: 'a second process that says ready', seen: error instanceof Error ? error.message : String(error), section: 'The start', todo };
  }
}
