// The only place where the interpreter's requests become verbs: the work of drive, of a coroutine, of a function.

import type { Body } from '../../conformance/program.ts';
import type { End } from '../../conformance/trace.ts';
import { type Completion, interpret } from '../interpreter/body.ts';
import { type Answer, type KeywordOperand, type Operand, type Request, no, none, yes } from '../interpreter/request.ts';
import { type Run, bindArguments, newRun } from '../interpreter/scope.ts';
import type { Named, Outcome } from '../stdio/message.ts';
import { type Ending, type Stage, type Work, act, callOf, insist, itemsOf, named, namedKeywords } from './stage.ts';
import { tell } from './tell.ts';

type Of<K extends Request['kind']> = Extract<Request, { readonly kind: K }>;

/** A step needs what a puppet cannot do. It ends the program; none of its handlers sees it. */
export class Unsupported {
  readonly capability: string;
  constructor(capability: string) {
    this.capability = capability;
  }
}

/** Declares what the program declares, runs its drive, and says how that ended. */
export function* workOfDrive(stage: Stage, ended: (end: End) => void): Work<Ending> {
  const { origins } = stage.scenario;
  yield* declare(stage);
  const completion = yield* complete(stage, newRun(stage.scenario, null));
  if (stage.notebook !== null) yield* stage.notebook.look(stage);
  if (completion.kind === 'returned') {
    ended({ kind: 'ended' });
  } else {
    const { error } = completion;
    const step = error.kind === 'handle' ? origins.get(error.handle) ?? null : null;
    ended({ kind: 'raised', step, error: yield* tell(stage, error) });
  }
  return { verb: 'return', value: null };
}

/** All at once: in most programs they are the first that is asked for. */
function* declare(stage: Stage): Work<void> {
  const { program: { variables, futures }, globals } = stage.scenario;
  const names = [...variables, ...futures];
  if (names.length === 0) return;
  const list: readonly Named[] = [
    ...variables.map((name): Named => ({ call: { word: 'ContextVar' }, positional: [name], keywords: {} })),
    ...futures.map(() => callOf({ word: 'loop' }, 'create_future')),
  ];
  const made = yield* itemsOf(stage, { list });
  names.forEach((name, index) => globals.set(name, made[index] ?? none));
}

/** A coroutine that has started, or a callback that was called. */
export function* workOfBody(stage: Stage, run: Run): Work<Ending> {
  if (stage.notebook !== null && run.body?.kind === 'coroutine') yield* stage.notebook.started(stage, run);
  return ending(yield* complete(stage, run));
}

/** What a function of the program does when the implementation calls it. */
export function* workOfCall(
  stage: Stage, body: Body, positional: readonly Operand[], keywords: readonly KeywordOperand[],
): Work<Ending> {
  if (body.kind === 'coroutine') return answered(yield* makeCoroutine(stage, body, { positional, keywords, inner: false }));
  const locals = bindArguments(body, positional, keywords);
  if (typeof locals === 'string') return answered(yield* raiseNew(stage, 'TypeError', locals));
  return yield* workOfBody(stage, newRun(stage.scenario, body, locals));
}

const ending = (completion: Completion): Ending =>
  completion.kind === 'raised' ? { verb: 'raise', error: named(completion.error) } : { verb: 'return', value: named(completion.value) };

const answered = (answer: Answer): Ending =>
  ending(answer.kind === 'raised' ? answer : { kind: 'returned', value: answer });

function* complete(stage: Stage, run: Run): Work<Completion> {
  const work = interpret(run);
  let step = work.next();
  while (step.done !== true) step = work.next(yield* perform(stage, run, step.value));
  return step.value;
}

function* perform(stage: Stage, run: Run, request: Request): Work<Answer> {
  switch (request.kind) {
    case 'call':
      return yield* call(stage, request);
    case 'attribute':
      return yield* valueOf(stage, { of: named(request.of), member: request.name }, request);
    case 'list':
      return yield* valueOf(stage, { list: request.items.map(named) }, request);
    case 'await':
      return yield* suspend(stage, run, request.of);
    case 'cycle':
      return yield* cycle(stage, request);
    case 'reached':
      stage.observations.push({ kind: 'reached', step: request.step });
      return none;
    case 'saw value': {
      const value = yield* tell(stage, request.value);
      stage.observations.push({ kind: 'value', step: request.step, value });
      return none;
    }
    case 'saw error': {
      const error = yield* tell(stage, request.error);
      stage.observations.push({ kind: 'raised', step: request.step, error });
      return none;
    }
    case 'catches': {
      const error = stage.object(request.error);
      return error?.kind === 'exception' && request.types.some((type) => error.types.includes(type)) ? yes : no;
    }
    case 'raise':
      return yield* raise(stage, request);
    case 'python-syntax':
      throw new Unsupported('python-syntax');
  }
}

function answerOf(stage: Stage, { kind, of }: Outcome): Answer {
  const operand = stage.operand(of);
  return kind === 'raised' ? { kind: 'raised', error: operand } : operand;
}

function* told(stage: Stage, of: Named): Work<Answer> {
  return answerOf(stage, yield* act(stage, { verb: 'tell', of }));
}

/** One that is inner is put off, but for notes, which tell what comes of each. */
function* valueOf(stage: Stage, of: Named, { inner }: { readonly inner: boolean }): Work<Answer> {
  return inner && stage.notebook === null ? stage.putOff(of) : yield* told(stage, of);
}

function* call(stage: Stage, request: Of<'call'>): Work<Answer> {
  const { callee, positional, keywords } = request;
  if (callee.kind === 'body') {
    const body = stage.scenario.bodies.get(callee.name);
    if (body === undefined) throw new Error(`the program has no body ${callee.name}`);
    if (body.kind === 'generator' || body.kind === 'manager') throw new Unsupported('python-syntax');
    if (body.kind === 'coroutine') return yield* makeCoroutine(stage, body, request);
  }
  const { notebook } = stage;
  if (notebook !== null && callee.kind === 'member' && callee.name === 'cancel') notebook.requested(stage, callee.of);
  const answer = yield* valueOf(stage, {
    call: callee.kind === 'member' ? { of: named(callee.of), member: callee.name } : named(callee),
    positional: positional.map(named),
    keywords: namedKeywords(keywords),
  }, request);
  if (notebook !== null && answer.kind !== 'raised') notebook.made(stage, answer, callee, positional);
  return answer;
}

/** The arguments stay here: the coroutine object needs but the number of the frame that it will be. */
function* makeCoroutine(
  stage: Stage, body: Body, request: Pick<Of<'call'>, 'positional' | 'keywords' | 'inner'>,
): Work<Answer> {
  const { positional, keywords } = request;
  const locals = bindArguments(body, positional, keywords);
  if (typeof locals === 'string') return yield* raiseNew(stage, 'TypeError', locals);
  const run = newRun(stage.scenario, body, locals);
  const coroutine = yield* valueOf(stage, { coroutine: body.name, runs: stage.begin(run) }, request);
  if (coroutine.kind !== 'raised') stage.notebook?.coroutine(coroutine, body.name);
  return coroutine;
}

/** A loop that stands still is worked from outside: single passes, or until nothing is left to do. */
function* cycle(stage: Stage, { count, loop }: Of<'cycle'>): Work<Answer> {
  const worked = named(loop ?? { kind: 'word', name: 'loop' });
  if (count === 'idle') return yield* workUntilIdle(stage, worked);
  const pass = [callOf(worked, 'call_soon', { of: worked, member: 'stop' }), callOf(worked, 'run_forever')];
  for (let nth = 0; nth < count; nth += 1) {
    const answer = yield* told(stage, { list: pass });
    if (answer.kind === 'raised') return answer;
  }
  return none;
}

/** The program may stop the loop by itself before nothing is left. */
function* workUntilIdle(stage: Stage, loop: Named): Work<Answer> {
  const before = stage.idling;
  const idling = { loop, isIdle: false };
  stage.idling = idling;
  try {
    while (!idling.isIdle) {
      const answer = yield* told(stage, callOf(loop, 'run_forever'));
      if (answer.kind === 'raised') return answer;
    }
    return none;
  } finally {
    stage.idling = before;
  }
}

/** What the loop does that has nothing left to do, and is worked until then. */
export function* workOfIdle(stage: Stage): Work<Ending> {
  const { idling } = stage;
  if (idling === null) throw new Error('no loop is worked until it is idle');
  idling.isIdle = true;
  yield* insist(stage, callOf(idling.loop, 'stop'));
  return { verb: 'return', value: null };
}

function* suspend(stage: Stage, run: Run, of: Operand): Work<Answer> {
  stage.notebook?.awaits(stage, run, of);
  const answer = answerOf(stage, yield* act(stage, { verb: 'await', of: named(of) }));
  if (stage.notebook !== null) yield* stage.notebook.awaited(stage, run, answer);
  return answer;
}

/** What a `raise` statement does short of raising. `__context__` cannot be had in a puppet, and no program that asks for it is run. */
function* raise(stage: Stage, request: Of<'raise'>): Work<Answer> {
  const error = yield* instance(stage, request.error, 'exceptions must derive from BaseException');
  if (error.kind === 'raised' || request.cause === null) return error.kind === 'raised' ? error : { kind: 'raised', error };
  const isNone = request.cause.kind === 'constant' && request.cause.value === null;
  const cause = isNone ? none : yield* instance(stage, request.cause, 'exception causes must derive from BaseException');
  if (cause.kind === 'raised') return cause;
  yield* insist(stage, callOf(named(error), '__setattr__', '__cause__', named(cause)));
  return { kind: 'raised', error };
}

/** An exception as it is, an instance of an exception type, or the TypeError that it is neither. */
function* instance(stage: Stage, operand: Operand, refusal: string): Work<Answer> {
  const object = stage.object(operand);
  if (object?.kind === 'exception') return operand;
  if (operand.kind === 'exception' || object?.kind === 'exception type') {
    return yield* told(stage, { call: named(operand), positional: [], keywords: {} });
  }
  return yield* raiseNew(stage, 'TypeError', refusal);
}

function* raiseNew(stage: Stage, type: string, message: string): Work<Answer> {
  const made = yield* told(stage, { call: { exception: type }, positional: [message], keywords: {} });
  return made.kind === 'raised' ? made : { kind: 'raised', error: made };
}
