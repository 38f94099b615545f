// The only place that tells an adapter's mistake from an implementation's: a table over which probes diverged, read from the top.

import type { Conclusion, Probe, Step } from './checkup.ts';

interface Fault {
  /** The probe that shows it. */
  readonly probe: string;
  readonly fault: string;
  readonly text: string;
  readonly todo: string;
}

/**
 * What no Task decides: a probe that diverges here is the adapter's fault, or that of the loop which it brings. Each builds
 * on those above it, so that only the first is told.
 */
export const faults: readonly Fault[] = [
  { probe: 'order', fault: 'observations out of order', text: 'points outside any coroutine are lost, doubled, or shown in another order', todo: 'Show each observation as it is made, and answer each ask at once.' },
  { probe: 'values', fault: 'values told wrongly', text: 'constants do not come back as they were handed over', todo: 'Look at how it tells null, booleans, integers, texts and the items of a list.' },
  { probe: 'identity', fault: 'objects mixed up', text: 'one object is told as two, or two as one', todo: 'Keep every object until the program is over, by the number or name that it has.' },
  { probe: 'errors', fault: 'exceptions named wrongly', text: 'an exception is not told by its type, its bases and its arguments', todo: 'Tell the name of its type, then the names of all bases, then the arguments.' },
  { probe: 'errors-of-the-implementation', fault: 'exceptions named wrongly', text: 'what the implementation raises is not told by its own name', todo: 'Look at how it translates the exceptions of the implementation; CancelledError is one of them.' },
  { probe: 'callbacks', fault: 'callbacks not run between cycles', text: 'a function that is ready is not called in the very next pass, once, with its arguments', todo: 'One cycle is one turn of the loop: all that was ready when it began, and nothing else.' },
  { probe: 'clock', fault: 'the clock does not jump', text: 'time does not start at 0, or does not go to the next timer when nothing is ready', todo: 'Give the loop a clock of its own, which is set to the next timer when nothing is ready.' },
  { probe: 'synchronous', fault: 'something runs between an ask and its answer', text: 'other functions run while a coroutine has not awaited anything, as where an ask is awaited, or call_soon() of its loop does not wait', todo: 'Ask and read the answer within the step that resumes the coroutine, without any await.' },
  { probe: 'stuck', fault: 'ends told wrongly', text: 'a loop with nothing left to do is not told as stuck', todo: 'Say "stuck" where the loop is asked to run on with nothing ready and no timer.' },
  { probe: 'notes', fault: 'notes mixed with observations', text: 'what is observed changes when notes are asked for', todo: 'Notes go with done; they are no observations, and taking them must ask nothing that changes a Task.' },
];

/** What a step of the conversation that went wrong is called. */
const faultsOfSteps: ReadonlyMap<string, string> = new Map([
  ['ready', 'never ready'], ['versions', 'an unknown version chosen'], ['unknown-fields', 'stumbles over fields that it does not know'],
  ['input-ends', 'outlives its input'], ['unknown-request', 'dies of a request that it does not know'], ['unknown-version', 'no word about versions'],
  ['start', 'does not start'], ['smallest', 'cannot run the smallest program'], ['reset', 'events of another program'], ['unicode', 'texts garbled'],
  ['large', 'long lines or large programs cut'], ['budget', 'passes not counted'], ['hang', 'cannot be ended'],
  ['claims', 'claims what it has not'], ['fresh-start', 'does not start again'],
]);

export function decide(steps: readonly Step[], probes: readonly Probe[]): readonly Conclusion[] {
  const broken = steps.filter(({ standing }) => standing === 'not ok');
  const conversation = broken.map(({ name, problem }): Conclusion => ({
    blames: 'adapter', fault: faultsOfSteps.get(name) ?? name, text: `expected was ${problem?.expected ?? 'another answer'}`, because: [name], todo: problem?.todo ?? '',
  }));
  if (probes.length === 0) return conversation;
  const verdict = ofProbes(probes);
  // Nothing wrong is said only where nothing is.
  return [...conversation, ...verdict.filter(({ blames }) => blames !== 'nobody' || conversation.length === 0)];
}

function ofProbes(probes: readonly Probe[]): readonly Conclusion[] {
  const diverged = (name: string): boolean => probes.some((probe) => probe.name === name && probe.standing === 'not ok');
  const own = faults.find(({ probe }) => diverged(probe));
  const tasks = probes.filter(({ about }) => about === 'task');
  const failed = tasks.filter(({ standing }) => standing === 'not ok');
  const ran = tasks.filter(({ standing }) => standing === 'ok' || standing === 'not ok');

  // 0. It broke the protocol, or says that it is wrong, in whichever probe.
  const broken = probes.filter(({ found }) => found?.broken === true);
  const [first] = broken;
  if (first?.found != null) {
    return [{
      blames: 'adapter', fault: 'a broken answer', text: `in the probe ${first.name}: ${first.found.seen}`, because: broken.map(({ name }) => name),
      todo: 'adapters/PROTOCOL.md says what each message looks like.',
    }];
  }
  // 1. A control diverges: the adapter. Whatever else fails may follow from it.
  if (own !== undefined) {
    const rest = failed.length === 0 ? '' : `; until that is mended, what the implementation did in ${failed.length} of ${ran.length} probes says nothing about it`;
    return [{ blames: 'adapter', fault: own.fault, text: `${own.text}${rest}`, because: [own.probe], todo: own.todo }];
  }
  // 2. CancelledError, and only that, ends a body that awaits, whoever raised it: a handler that catches Exception, in the adapter's
  // coroutine. An implementation that hands on something else in its place lets the body go on.
  const cancellations = failed.filter(({ clause }) => clause?.startsWith('task.cancel.') === true);
  const isLost = probes.some(({ name, found }) => name === 'awaited-cancellation' && found?.missing === true);
  if (isLost && !diverged('awaited-error') && !diverged('awaited-value') && cancellations.length > 0) {
    return [{
      blames: 'adapter', fault: 'CancelledError is lost', text: 'results and exceptions reach a coroutine, and CancelledError never does, neither of a Future nor of cancel()',
      because: ['awaited-cancellation', ...cancellations.map(({ name }) => name)],
      todo: 'CancelledError is no Exception from Python 3.8 on: catch BaseException around each verb, and tell it as the outcome.',
    }];
  }
  // 3. No program with a Task comes out right, and all without one do: nobody can tell from outside.
  if (ran.length > 1 && failed.length === ran.length) {
    return [{
      blames: 'either', fault: null, text: 'whatever needs no Task comes out right, and nothing with a Task does',
      because: failed.map(({ name }) => name), todo: 'Look first at the coroutine that the adapter makes for the bodies of a program: whether it runs at all, and what it hands on.',
    }];
  }
  // 4. All controls pass, some promise of a Task is broken: the implementation.
  const wakeups = probes.filter(({ about, standing }) => about === 'wakeup' && standing === 'not ok');
  if (failed.length + wakeups.length > 0) {
    return [
      ...failed.map(({ clause, name, title, found }): Conclusion => ({
        blames: 'implementation', fault: clause,
        text: found?.derived === true ? `does not answer for ${clause} by itself, its adapter worked that out: ${lowered(title)}` : `violates ${clause}: ${lowered(title)}`, because: [name],
        todo: `taskspec explain ${clause}; taskspec run … --filter ${name} tells it step by step.`,
      })),
      ...wakeups.filter(() => failed.length === 0).map(({ name, title }): Conclusion => ({
        blames: 'implementation', fault: `the probe ${name}`, text: `does not hand on what it awaits: ${lowered(title)}`, because: [name],
        todo: "taskspec run … --clause 'task.class.awaited-*' tells it step by step.",
      })),
    ];
  }
  // 5. No control could be run, or no Task: silence is no praise.
  const controlled = probes.filter(({ about, standing }) => about === 'adapter' && standing === 'ok').length;
  if (ran.length === 0) {
    return [{ blames: 'nobody', fault: null, text: 'the probes that it claims enough for pass, and none of them has a Task: nothing is known of the implementation', because: [], todo: 'Claim what it has: cancel, create_task, result, exception, add_done_callback.' }];
  }
  return [{
    blames: 'nobody', fault: null, text: `nothing wrong was seen in ${controlled} probes of the adapter and ${ran.length} of the implementation`,
    because: [], todo: 'taskspec run judges it by all scenarios.',
  }];
}

const lowered = (title: string): string => `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
