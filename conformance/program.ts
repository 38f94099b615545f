// The only place for the shape of a Program: what an implementation is asked to do, without a word of what is expected.

/** A constant that a scenario can write down; integers only, since 1 and 1.0 are one number in JavaScript and two in Python. */
export type Constant = null | boolean | number | string;

/** An expression, parsed once at load by the closed grammar of spec/README.md; nothing in it is ever evaluated as text. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: Constant }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** A bound name: parameter, `as`, `except … as`, declared future or context variable. */
  | { readonly kind: 'variable'; readonly name: string }
  /** A coroutine function or callback of the scenario, not called. */
  | { readonly kind: 'body'; readonly name: string }
  /** An exception type, Python's own, asyncio's or the scenario's. */
  | { readonly kind: 'exception'; readonly name: string }
  /** One of the closed list of words: a function or object that every implementation is asked to have. */
  | { readonly kind: 'word'; readonly name: Word }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: Attribute }
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly positional: readonly Expression[];
      readonly keywords: readonly Keyword[];
    };

export interface Keyword {
  readonly name: string;
  readonly value: Expression;
}

/** Words: asyncio's functions without the prefix, a few of the standard library, the loop and the streams, two of our own. */
export const words = [
  'Task', 'Future', 'create_task', 'ensure_future', 'gather', 'shield', 'wait_for', 'wait', 'sleep', 'current_task',
  'all_tasks', 'run', 'new_event_loop', 'set_event_loop', 'get_event_loop', 'isfuture',
  'copy_context', 'partial', 'StringIO', 'isinstance', 'list',
  'loop', 'stdout', 'stderr',
  'printed', 'warned',
] as const;
export type Word = (typeof words)[number];

/** Attributes that an expression may ask for: the members of Task, Future, loop, Context, ContextVar, and very few others. */
export const attributes = [
  'cancel', 'cancelled', 'done', 'result', 'exception', 'add_done_callback', 'remove_done_callback', 'get_stack',
  'print_stack', 'all_tasks', 'current_task', 'get_loop', 'set_result', 'set_exception',
  'call_soon', 'call_later', 'create_task', 'create_future', 'run_until_complete', 'run_forever', 'stop', 'time',
  'is_running', 'close', 'set_exception_handler',
  'run', 'get', 'set', 'reset', 'append', '__cause__', '__context__',
] as const;
export type Attribute = (typeof attributes)[number];

/** One step of a body. `id` numbers the steps of a scenario from 1 in the order of the file; observations name it. */
export type Step =
  | { readonly kind: 'call'; readonly id: number; readonly expression: Expression; readonly as: string | null }
  | {
      readonly kind: 'check';
      readonly id: number;
      readonly expression: Expression;
      readonly as: string | null;
      /** An exception is observed and the body goes on; otherwise it flies on as in Python. */
      readonly catches: boolean;
    }
  | {
      readonly kind: 'await';
      readonly id: number;
      readonly expression: Expression;
      readonly as: string | null;
      /** Whether the outcome is observed. */
      readonly observed: boolean;
      readonly catches: boolean;
    }
  /** `log` and `never` alike: that a never must not be reached is an expectation, so the Program does not say it. */
  | { readonly kind: 'log'; readonly id: number; readonly label: string }
  | { readonly kind: 'return'; readonly id: number; readonly value: Expression | null }
  | { readonly kind: 'raise'; readonly id: number; readonly error: Expression | null; readonly cause: Expression | null }
  /** `idle` (drive only): until nothing is ready and no timer is left. `loop`: a bound name, drive only. */
  | { readonly kind: 'cycle'; readonly id: number; readonly count: number | 'idle'; readonly loop: string | null }
  | { readonly kind: 'repeat'; readonly id: number; readonly count: number; readonly steps: readonly Step[] }
  | {
      readonly kind: 'try';
      readonly id: number;
      readonly steps: readonly Step[];
      readonly handlers: readonly Handler[];
      readonly otherwise: readonly Step[];
      readonly finally: readonly Step[];
    }
  | { readonly kind: 'yield'; readonly id: number; readonly value: Expression | null }
  | {
      readonly kind: 'async for';
      readonly id: number;
      readonly iterable: Expression;
      readonly as: string | null;
      readonly steps: readonly Step[];
    }
  | {
      readonly kind: 'async with';
      readonly id: number;
      readonly manager: Expression;
      readonly as: string | null;
      readonly steps: readonly Step[];
    };

export interface Handler {
  /** Exception types; none is a bare `except:`. */
  readonly types: readonly string[];
  readonly as: string | null;
  readonly steps: readonly Step[];
}

/** A function of the scenario. A `generator` is a coroutine with a `yield`; a `manager` one that some `async with` enters. */
export interface Body {
  readonly kind: 'coroutine' | 'generator' | 'manager' | 'callback';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly steps: readonly Step[];
}

/** What to do, as data: all that ever reaches an implementation under test. */
export interface Program {
  /** Exception classes of the scenario's own, in order, each with its base. */
  readonly exceptions: readonly { readonly name: string; readonly base: string }[];
  /** Context variables, without default. */
  readonly variables: readonly string[];
  /** Futures of the scenario's loop, pending when it starts. */
  readonly futures: readonly string[];
  /** Names that are one for the whole scenario; all others belong to the run of the body that binds them. */
  readonly shared: readonly string[];
  readonly bodies: readonly Body[];
  /** Steps outside any coroutine; they work the loop. */
  readonly drive: readonly Step[];
  /** The program's own text constants: a text argument of an exception that is none of them is told as `...`. */
  readonly texts: readonly string[];
}
