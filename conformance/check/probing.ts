// The only place that runs the probes: small programs whose outcomes, together, tell an adapter's mistake from an implementation's.

import type { Budget, Run, Session } from '../adapter.ts';
import { adjudicate } from '../adjudicate.ts';
import { owes } from '../applicability.ts';
import type { ClauseIndex } from '../clause-index.ts';
import { headline, stepsAsLines } from '../diagnose.ts';
import type { Level, Scenario } from '../spec.ts';
import { type Verdict, weigh } from '../verdict.ts';
import type { Found, Probe } from './checkup.ts';
import { controls, stuck, taskScenarios, wakeups } from './programs.ts';

type About = Probe['about'];

/** All probes, in the order in which they build on each other. `scenarios`: the suite's, by id. */
export async function probe(
  session: Session, budget: Budget, scenarios: ReadonlyMap<string, Scenario>, clauses: ClauseIndex,
): Promise<readonly Probe[]> {
  const probes: Probe[] = [];
  for (const scenario of controls) probes.push(await ofProgram(session, budget, scenario, 'adapter'));
  probes.push(await ofStuck(session, budget));
  probes.push(await ofNotes(session, budget));
  for (const scenario of wakeups) probes.push(await ofProgram(session, budget, scenario, 'wakeup'));
  for (const id of taskScenarios) {
    const scenario = scenarios.get(id);
    if (scenario !== undefined) probes.push(await ofSuite(session, budget, scenario, clauses));
  }
  return probes;
}

const nameOf = ({ id }: Scenario): string => id.replace(/^check\//u, '');

/** The first capability that it needs and that is not claimed. */
export function lacks({ description }: Session, scenario: Scenario): string | null {
  return scenario.capabilities.find((capability) => !description.capabilities.includes(capability)) ?? null;
}

const skipped = (about: About, { id, title }: Pick<Scenario, 'id' | 'title'>, clause: string | null, why: string): Probe =>
  ({ name: id.replace(/^check\//u, ''), title, about, clause, standing: 'not applicable', why, found: null });

async function ofProgram(session: Session, budget: Budget, scenario: Scenario, about: About): Promise<Probe> {
  const missing = lacks(session, scenario);
  if (missing !== null) return skipped(about, scenario, null, `it does not claim ${missing}`);
  const run = await session.run(scenario.program, budget, { notes: false });
  return judged(scenario, run, session, budget, about, () => 'must', null);
}

async function ofSuite(session: Session, budget: Budget, scenario: Scenario, clauses: ClauseIndex): Promise<Probe> {
  const primary = clauses.primary(scenario);
  const { target } = session.description;
  if (!owes(primary, target)) return skipped('task', scenario, primary.id, `Python ${target} does not owe it`);
  const missing = lacks(session, scenario);
  if (missing !== null) return skipped('task', scenario, primary.id, `it does not claim ${missing}`);
  const run = await session.run(scenario.program, budget, { notes: false });
  return judged(scenario, run, session, budget, 'task', clauses.level, primary.id);
}

function judged(
  scenario: Scenario, run: Run, session: Session, budget: Budget, about: About, levelOf: (clause: string) => Level, primary: string | null,
): Probe {
  const { verdict } = adjudicate(scenario, run, session.description, budget, levelOf);
  const clause = primary !== null && verdict.kind === 'fail' ? verdict.divergence.clause : primary;
  const common = { name: nameOf(scenario), title: scenario.title, about, clause } as const;
  const stray = strayStep(scenario, run);
  if (stray !== null) {
    return { ...common, standing: 'not ok', why: null, found: { at: null, expected: 'observations of its own steps only', seen: `one of step ${stray}, which it does not have`, missing: false, derived: false, broken: true } };
  }
  if (verdict.kind === 'pass') return { ...common, standing: 'ok', why: null, found: null };
  // A difference where the document is silent or contested is no violation, here as little as in a run.
  if (verdict.kind === 'fail' && weigh(verdict, levelOf(verdict.divergence.clause)) !== 'red') {
    return { ...common, standing: 'ok', why: 'it differs, where the document promises nothing of it', found: null };
  }
  return { ...common, standing: 'not ok', why: null, found: foundIn(scenario, verdict) };
}

/** An observation of a step that the program does not have belongs to another program. */
function strayStep({ places }: Scenario, run: Run): number | null {
  const seen = run.kind === 'trace' ? run.trace.observations : 'partial' in run ? run.partial.observations : [];
  const known = new Set(places.map(({ id }) => id));
  return seen.find(({ step }) => !known.has(step))?.step ?? null;
}

function foundIn(scenario: Scenario, verdict: Verdict): Found {
  if (verdict.kind !== 'fail') return { at: null, expected: 'an answer', seen: headline(verdict), missing: false, derived: false, broken: verdict.kind === 'protocol-error' || verdict.kind === 'adapter-error' };
  const { divergence } = verdict;
  const places = new Map(scenario.places.map((place) => [place.id, place]));
  const place = places.get(divergence.step ?? 0);
  return {
    at: place === undefined ? null : place.text,
    expected: stepsAsLines(divergence.expected, places), seen: stepsAsLines(divergence.seen, places), missing: divergence.kind === 'missing' || divergence.kind === 'end', derived: divergence.kind === 'derived', broken: false,
  };
}

/** That a loop with nothing left to do is told as such: an end that can be seen, and no hang. */
async function ofStuck(session: Session, budget: Budget): Promise<Probe> {
  const missing = lacks(session, stuck);
  if (missing !== null) return skipped('adapter', stuck, null, `it does not claim ${missing}`);
  const run = await session.run(stuck.program, budget, { notes: false });
  const common = { name: 'stuck', title: 'A loop with nothing ready and no timer is told as stuck', about: 'adapter', clause: null, why: null } as const;
  if (run.kind === 'trace' && run.trace.end.kind === 'stuck') return { ...common, standing: 'ok', found: null };
  const seen = run.kind === 'trace' ? `the end "${run.trace.end.kind}"` : toldOf(run);
  return { ...common, standing: 'not ok', found: { at: null, expected: 'the end "stuck"', seen, missing: false, derived: false, broken: false } };
}

/** That notes, which are never judged, change nothing of what is. */
async function ofNotes(session: Session, budget: Budget): Promise<Probe> {
  const scenario = [...wakeups, ...controls].find((one) => lacks(session, one) === null);
  const about = { id: 'notes', title: 'What is observed is the same with notes and without' };
  if (scenario === undefined) return skipped('adapter', about, null, 'nothing of what it claims can be run');
  const plain = await session.run(scenario.program, budget, { notes: false });
  const noted = await session.run(scenario.program, budget, { notes: true });
  const common = { name: 'notes', title: about.title, about: 'adapter', clause: null, why: null } as const;
  const [without, withNotes] = [observedIn(plain), observedIn(noted)];
  if (without === withNotes) return { ...common, standing: 'ok', found: null };
  return { ...common, standing: 'not ok', found: { at: null, expected: `without notes ${without}`, seen: `with notes ${withNotes}`, missing: false, derived: false, broken: false } };
}

const observedIn = (run: Run): string => (run.kind === 'trace' ? JSON.stringify(run.trace.observations) : toldOf(run));

/** What became of a run that gave no trace, as one line. */
export function toldOf(run: Exclude<Run, { readonly kind: 'trace' }>): string {
  return headline(run);
}
