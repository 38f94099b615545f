// The only place that answers a puppet's asks: which frame goes on, with what came of its last verb, and what it does next.

import type { Budget, Partial, Run } from '../../conformance/adapter.ts';
import type { Program } from '../../conformance/program.ts';
import type { End } from '../../conformance/trace.ts';
import { type Run as BodyRun } from '../interpreter/scope.ts';
import { ProtocolError, refuse } from '../stdio/check.ts';
import type { Ask, Do, Done, Outcome, RunContent, Verb } from '../stdio/message.ts';
import type { Play } from '../stdio/play.ts';
import { Unsupported, workOfBody, workOfCall, workOfDrive, workOfIdle } from './frame.ts';
import { Notebook } from './notebook.ts';
import { type Ending, Stage, type Work } from './stage.ts';

/** So many asks are one pass of the budget: what a body does in a pass is some verbs, and what never passes must end, too. */
const asksOfAPass = 10;

/** So many functions at most may be called within each other; Python's own limit is of that order. More of them would fill the memory. */
const deepest = 1000;

/** A function, a coroutine or drive. One that is `busy` does a verb; others may ask meanwhile, as questions nest. */
interface Frame {
  readonly work: Work<Ending>;
  state: 'created' | 'busy' | 'ended';
  /** A function, which ends before whoever called it goes on. */
  readonly isCalled: boolean;
}

export class Puppet implements Play {
  readonly content: RunContent;
  readonly #stage: Stage;
  readonly #notebook: Notebook | null;
  readonly #budget: Budget;
  readonly #frames: Frame[] = [];
  #end: End | null = null;
  /** A loop had nothing to go on with, and nobody meant it to. From then on every ask is answered with `stop`. */
  #isStuck = false;
  #asks = 0;
  /** Functions that were called and have not ended. */
  #depth = 0;
  /** What ended the program from our side. From then on every ask is answered with `stop`. */
  fault: Run | null = null;

  constructor(program: Program, budget: Budget, options: { readonly notes: boolean }) {
    this.content = { mode: 'puppet', exceptions: program.exceptions };
    this.#budget = budget;
    this.#notebook = options.notes ? new Notebook() : null;
    this.#stage = new Stage(program, this.#notebook, (run: BodyRun) => this.#begin(workOfBody(this.#stage, run)));
    this.#begin(workOfDrive(this.#stage, (end) => {
      this.#end = end;
    }));
  }

  ask(ask: Ask): Do {
    this.#asks += 1;
    this.#stage.pass = ask.pass;
    const { loopSteps, virtualSeconds } = this.#budget;
    if (ask.pass > loopSteps || this.#asks > loopSteps * asksOfAPass) this.#fail({ kind: 'budget', partial: this.partial(''), budget: 'loop steps' });
    if (ask.time > virtualSeconds) this.#fail({ kind: 'budget', partial: this.partial(''), budget: 'virtual seconds' });
    if (ask.kind === 'stuck' && this.#stage.idling === null) this.#isStuck = true;
    if (this.#isStuck || this.fault !== null) return { type: 'do', id: ask.id, frame: ask.kind === 'frame' ? ask.frame : 0, verb: 'stop' };
    const number = this.#frameOf(ask);
    const frame = this.#frames[number] ?? refuse('ask.frame', 'the number of a frame that was begun', number);
    const outcome = ask.kind === 'frame' ? ask.outcome : null;
    if (frame.state === 'ended') refuse('ask.frame', 'a frame that has not ended', number);
    if (frame.state === 'created' && outcome !== null) refuse('ask.outcome', 'nothing, as the frame begins', outcome);
    if (frame.state === 'busy' && outcome === null) refuse('ask.outcome', 'what came of the last verb', undefined);
    return { type: 'do', id: ask.id, frame: number, ...this.#next(frame, outcome) };
  }

  observation(): never {
    throw new ProtocolError('message.type: expected "ask" or "done" in puppet mode, got "observation"');
  }

  done(done: Extract<Done, { readonly result: 'ok' | 'stopped' }>): Run {
    const { observations } = this.#stage;
    return { kind: 'trace', trace: { observations, end: this.#isStuck ? { kind: 'stuck' } : this.#endOf(done), notes: this.#notebook?.notes(this.#stage) ?? [] } };
  }

  #endOf(done: Extract<Done, { readonly result: 'ok' | 'stopped' }>): End {
    if (done.result === 'stopped') return refuse('done.result', 'another result, as nobody said stop', done.result);
    if (done.end.kind === 'raised') refuse('done.end.kind', 'one of "ended", "stuck" in puppet mode', done.end.kind);
    if (this.#end !== null && done.end.kind === 'stuck') refuse('done.end.kind', '"ended" as frame 0 was told to return', done.end.kind);
    if (this.#end === null && done.end.kind === 'ended') throw new ProtocolError('done.end.kind: expected "stuck" as frame 0 was not told to return, got "ended"');
    return this.#end ?? { kind: 'stuck' };
  }

  partial(output: string): Partial {
    const { observations } = this.#stage;
    return { observations, notes: this.#notebook?.notes(this.#stage) ?? [], output };
  }

  #begin(work: Work<Ending>, isCalled = false): number {
    if (isCalled) this.#depth += 1;
    return this.#frames.push({ work, state: 'created', isCalled }) - 1;
  }

  #frameOf(ask: Ask): number {
    switch (ask.kind) {
      case 'frame':
        return ask.frame;
      case 'called':
        return this.#called(ask);
      case 'stuck':
        return this.#begin(workOfIdle(this.#stage));
    }
  }

  #called(ask: Extract<Ask, { readonly kind: 'called' }>): number {
    if (this.#depth >= deepest) refuse('ask.called', `at most ${deepest} functions called within each other`, ask.body);
    const stage = this.#stage;
    const { bodies } = stage.scenario;
    const body = bodies.get(ask.body) ?? refuse('ask.called', `one of ${[...bodies.keys()].map((name) => JSON.stringify(name)).join(', ')}`, ask.body);
    const positional = ask.positional.map((told) => stage.operand(told));
    const keywords = Object.entries(ask.keywords).map(([name, told]) => ({ name, value: stage.operand(told) }));
    return this.#begin(workOfCall(stage, body, positional, keywords), true);
  }

  /** Lets the frame's work go on to its next verb. */
  #next(frame: Frame, outcome: Outcome | null): Verb {
    try {
      frame.state = 'busy';
      const step = outcome === null ? frame.work.next() : frame.work.next(outcome);
      if (step.done === true) {
        frame.state = 'ended';
        if (frame.isCalled) this.#depth -= 1;
      }
      return step.value;
    } catch (thrown) {
      if (!(thrown instanceof Unsupported)) throw thrown;
      this.#fail({ kind: 'unsupported', capability: thrown.capability });
      return stop;
    }
  }

  #fail(fault: Run): void {
    this.fault ??= fault;
  }
}

const stop: Verb = { verb: 'stop' };
