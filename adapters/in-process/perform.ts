// The only place that answers the interpreter's requests in process, on the objects of the implementation themselves.

import type { Attribute } from '../../conformance/program.ts';
import { type Answer, type Operand, type Request, no, none, yes } from '../interpreter/request.ts';
import { type Act, prepareCall, raising } from './call.ts';
import { Halt } from './halt.ts';
import { boundMethod, findClassMember, findMember } from './invoke.ts';
import type { Stage } from './stage.ts';
import { tell } from './tell.ts';
import { operandOf, valueOf } from './value.ts';

type Of<K extends Request['kind']> = Extract<Request, { readonly kind: K }>;

/** A request other than an await, which only a coroutine can answer. */
export type Performable = Exclude<Request, Of<'await'>>;

/** Does what is asked for. What it throws is never an error of the program: a Halt, or a mistake of ours. */
export function perform(stage: Stage, request: Performable): Answer {
  switch (request.kind) {
    case 'call':
      return performCall(stage, request);
    case 'attribute':
      return attempt(stage, prepareAttribute(stage, request.of, request.name));
    case 'list':
      return operandOf(request.items.map((item) => valueOf(stage, item)));
    case 'cycle':
      return attempt(stage, prepareCycle(stage, request));
    case 'reached':
      stage.observe({ kind: 'reached', step: request.step });
      return none;
    case 'saw value':
      stage.observe({ kind: 'value', step: request.step, value: tell(stage, valueOf(stage, request.value)) });
      return none;
    case 'saw error':
      stage.observe({ kind: 'raised', step: request.step, error: tell(stage, valueOf(stage, request.error)) });
      return none;
    case 'catches': {
      const error = valueOf(stage, request.error);
      return request.types.some((type) => stage.errors.isA(error, type)) ? yes : no;
    }
    case 'raise':
      return { kind: 'raised', error: operandOf(raised(stage, request)) };
    case 'python-syntax':
      return stage.unsupported('python-syntax');
  }
}

/** Only what the act itself throws can be the program's. */
export function attempt(stage: Stage, act: Act): Answer {
  let value: unknown;
  try {
    value = act();
  } catch (thrown) {
    return caught(stage, thrown);
  }
  if (stage.fault !== null) throw stage.fault.thrown;
  return operandOf(value);
}

/** What the implementation threw, as an answer; where it is no error of the program, it ends the program. */
export function caught(stage: Stage, thrown: unknown): Answer {
  if (stage.fault !== null) throw stage.fault.thrown;
  if (stage.binding.isStuck(thrown)) stage.fail(new Halt({ kind: 'stuck' }));
  if (stage.errors.typeOf(thrown) === null) stage.fail(thrown);
  return { kind: 'raised', error: operandOf(thrown) };
}

function performCall(stage: Stage, { callee, positional, keywords }: Of<'call'>): Answer {
  const act = prepareCall(stage, callee, positional, keywords);
  const { notebook } = stage;
  if (notebook === null) return attempt(stage, act);
  if (callee.kind === 'member' && callee.name === 'cancel') notebook.requested(valueOf(stage, callee.of), stage.cycle);
  const answer = attempt(stage, act);
  if (answer.kind === 'handle') notebook.made(answer.handle, callee, positional, stage);
  return answer;
}

function prepareAttribute(stage: Stage, of: Operand, name: Attribute): Act {
  if (of.kind === 'word' && stage.binding.classes.has(of.name)) {
    const member = findClassMember(stage, of.name, name);
    return () => boundMethod(stage, member);
  }
  const self = valueOf(stage, of);
  if (name === '__context__') return stage.unsupported('implicit-context');
  if (name === '__cause__' && typeof self === 'object' && self !== null && stage.errors.typeOf(self) !== null) {
    return () => stage.errors.causeOf(self);
  }
  const member = name === '__cause__' ? null : findMember(stage, self, name);
  if (member === null) return raising(stage, 'AttributeError', `the object has no attribute '${name}'`);
  return () => boundMethod(stage, member);
}

function prepareCycle(stage: Stage, { count, loop }: Of<'cycle'>): Act {
  const worked = loop === null ? stage.loop : valueOf(stage, loop);
  if (typeof worked !== 'object' || worked === null) throw new Error('cycle was asked of what is no loop');
  const { binding } = stage;
  return () => {
    if (count === 'idle') return binding.idle === undefined ? stage.unsupported('loop-control') : binding.idle(worked);
    for (let nth = 0; nth < count; nth += 1) {
      if (binding.cycle === undefined) stage.unsupported('loop-control');
      else binding.cycle(worked);
    }
  };
}

/** `__context__` is left to implementations that the language helps; none in process is asked for it. */
function raised(stage: Stage, request: Of<'raise'>): object {
  const { errors } = stage;
  const instance = (value: unknown): object => {
    const type = errors.nameOf(value);
    if (type !== null) return errors.make(type, []);
    if (typeof value === 'object' && value !== null && errors.typeOf(value) !== null) return value;
    return errors.make('TypeError', ['exceptions must derive from BaseException']);
  };
  const error = instance(valueOf(stage, request.error));
  if (request.cause === null) return error;
  const cause = valueOf(stage, request.cause);
  errors.setCause(error, cause === null ? null : instance(cause));
  return error;
}
