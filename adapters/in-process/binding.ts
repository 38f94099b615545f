// The only place for what a TypeScript implementation of asyncio.Task fills in to be judged in process.

import type { Description } from '../../conformance/adapter.ts';
import type { Attribute, Word } from '../../conformance/program.ts';
import type { ObjectKind } from '../../conformance/trace.ts';
import { type Signature, signature } from './signature.ts';

/** An implementation, as the session sees it. Programs run one at a time, each between `open` and `close`. */
export interface Binding {
  /** All but the name that it is asked for by. */
  readonly description: Omit<Description, 'name'>;
  /**
   * Its error classes by their Python names. Those that it has not (`KeyError`, say) are made by the session, as subclasses of
   * their Python base. JavaScript's own Error and TypeError count as Exception and TypeError.
   */
  readonly errors: ReadonlyMap<string, ErrorType>;
  /** What it has for each word of the language; a word that is missing makes the programs that use it unsupported. */
  readonly words: ReadonlyMap<Word, Operation>;
  /** The kinds of its objects, the special before the general: a Task before a Future. */
  readonly kinds: readonly Kind[];
  /** Its classes, for `isinstance` and for their class methods, by word: Task, Future. */
  readonly classes: ReadonlyMap<Word, Kind>;

  /** Starts a program: a fresh loop, at time 0 and current, that tells `watch` of each pass; gives the loop. */
  open(watch: Watch): object;
  /** Runs the program's `drive`, in a context of its own where there are contexts; where it is left out, as it is. */
  drive?(script: () => void): void;
  /** Ends a program: no loop is current; whatever is unfinished is dropped without a word. */
  close?(): void;

  /** A coroutine object of that name, not started, which runs `body` when it is. Being awaited twice is for it to refuse. */
  coroutine(name: string, body: Generator<unknown, unknown, unknown>): object;
  /** What `yield*` awaits in such a body; throws the implementation's error for what cannot be awaited. */
  awaitable(value: unknown): Iterable<unknown, unknown, unknown>;
  /** A new Future of this loop, pending; left out without the capability `Future`. */
  future?(loop: object): object;
  /** A new context variable without default, or null where there are none; left out without `context`. */
  variable?(name: string): object | null;
  /** The stack frame behind a value that get_stack gave, or null if it is none; left out without `frames`. */
  frame?(value: unknown): Frame | null;

  /** Runs one pass of the loop: all that is ready, and no jump in time; left out without `loop-control`. */
  cycle?(loop: object): void;
  /** Runs passes until nothing is ready and no timer is left; left out without `loop-control`. */
  idle?(loop: object): void;
  /** Whether this error says that the loop had nothing ready and no timer, and so can never end. */
  isStuck(error: unknown): boolean;

  /** For notes, which timelines are drawn of, and for nothing else: the Task that runs now, or null. */
  currentTask?(): object | null;
  /** For notes only: whether a Task is done, and whether it was cancelled; both without side effects. */
  isDone?(task: object): boolean;
  isCancelled?(task: object): boolean;
}

/** What a loop must tell. */
export interface Watch {
  /** Before each pass of any loop, with that loop's time in seconds. Throws to end the program: let it pass. */
  pass(time: number): void;
}

export type ErrorClass = new (message?: string) => object;

export interface ErrorType {
  readonly type: ErrorClass;
  /** Its base by Python name, where that differs from today's Python (CancelledError before 3.8). */
  readonly base?: string;
}

/** A coroutine's place in a stack. `coroutine` is the very object that `Binding.coroutine` gave, or one of the implementation's own. */
export interface Frame {
  readonly name: string;
  readonly coroutine: object;
}

/** A function or method, with its signature as the documentation writes it. */
export interface Operation {
  readonly signature: Signature;
  /** Arguments come in the order of the signature, `undefined` where not given, an array for `*args`. `self` is null for a word. */
  run(self: unknown, values: readonly unknown[]): unknown;
}

/** One kind of object: how to know it, and what it can do. */
export interface Kind {
  readonly kind: ObjectKind;
  owns(value: unknown): boolean;
  readonly members: ReadonlyMap<Attribute, Operation>;
  /** Methods of the class itself. */
  readonly classMembers: ReadonlyMap<Attribute, Operation>;
}

/** A function of the implementation. */
export function operation(text: string, run: (values: readonly unknown[]) => unknown): Operation {
  return { signature: signature(text), run: (_, values) => run(values) };
}

/** A method: its name, its signature without `self`, and how it is called. */
export type Method<Self> = readonly [name: Attribute, signature: string, run: (self: Self, values: readonly unknown[]) => unknown];

/** A kind of object by its class. `Self` may be a looser view of the class than its own type, as programs pass anything. */
export function kindOf<Self>(
  kind: ObjectKind,
  type: abstract new (...values: never) => Self,
  methods: readonly Method<Self>[],
  classMembers: ReadonlyMap<Attribute, Operation> = new Map(),
): Kind {
  const members = methods.map(([name, text, run]): [Attribute, Operation] => [name, {
    signature: signature(text),
    run: (self, values) => {
      if (!(self instanceof type)) throw new Error(`${name} of a ${kind} was asked of something else`);
      return run(self, values);
    },
  }]);
  return { kind, owns: (value) => value instanceof type, members: new Map(members), classMembers };
}
