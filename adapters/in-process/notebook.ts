// The only place for notes: what happened to the tasks of a program, taken when asked for, and never judged.

import type { Note } from '../../conformance/trace.ts';
import type { Callee, Operand } from '../interpreter/request.ts';
import type { Run } from '../interpreter/scope.ts';
import type { Binding } from './binding.ts';

interface Made {
  /** The runs of bodies by their coroutine objects. */
  readonly runs: ReadonlyMap<unknown, Run>;
  readonly cycle: number;
}

interface Known {
  /** The body's name with its number, for a task without a shared name. */
  readonly name: string;
  isDone: boolean;
}

type Entry =
  | { readonly kind: 'created' | 'resumed' | 'requested' | 'delivered'; readonly cycle: number; readonly task: object }
  | { readonly kind: 'suspended'; readonly cycle: number; readonly task: object; readonly on: unknown }
  | { readonly kind: 'done'; readonly cycle: number; readonly task: object; readonly how: 'finished' | 'cancelled' };

/** Keeps the objects themselves; what they are called is settled at the end, as an object comes before its name. */
export class Notebook {
  readonly #binding: Binding;
  readonly #tasks = new Map<object, Known>();
  readonly #counts = new Map<string, number>();
  /** Awaitable objects by the call that made them, `sleep(3600)`. */
  readonly #calls = new Map<unknown, string>();
  readonly #names = new Map<unknown, string>();
  readonly #entries: Entry[] = [];

  constructor(binding: Binding) {
    this.#binding = binding;
  }

  /** A task that was not known is noted as created. `body` is the name of its coroutine, as far as one can tell. */
  #meet(task: object, body: string, cycle: number): void {
    if (this.#tasks.has(task)) return;
    const nth = (this.#counts.get(body) ?? 0) + 1;
    this.#counts.set(body, nth);
    this.#tasks.set(task, { name: `${body}#${nth}`, isDone: false });
    this.#entries.push({ kind: 'created', cycle, task });
  }

  /** The task that runs now has started, or gone on. */
  resumed(body: string, cycle: number): void {
    const task = this.#current(body, cycle);
    if (task !== null) this.#entries.push({ kind: 'resumed', cycle, task });
  }

  suspended(body: string, cycle: number, on: unknown): void {
    const task = this.#current(body, cycle);
    if (task !== null) this.#entries.push({ kind: 'suspended', cycle, task, on });
  }

  /** CancelledError was raised at an await of the task that runs now. */
  delivered(body: string, cycle: number): void {
    const task = this.#current(body, cycle);
    if (task !== null) this.#entries.push({ kind: 'delivered', cycle, task });
  }

  /** The program called `cancel()` of this object. */
  requested(object: unknown, cycle: number): void {
    if (!this.#isTask(object)) return;
    this.#meet(object, 'task', cycle);
    this.#entries.push({ kind: 'requested', cycle, task: object });
  }

  /** The program called something, which gave this object: maybe a task, else maybe something to await. */
  made(object: unknown, callee: Callee, positional: readonly Operand[], { runs, cycle }: Made): void {
    if (this.#isTask(object)) {
      const bodies = positional.map((operand) => (operand.kind === 'handle' ? runs.get(operand.handle)?.body?.name : undefined));
      this.#meet(object, bodies.find((name) => name !== undefined) ?? 'task', cycle);
    } else if (callee.kind === 'word') {
      const constants = positional.map((operand) => (operand.kind === 'constant' ? String(operand.value) : '…'));
      this.#calls.set(object, `${callee.name}(${constants.join(', ')})`);
    }
  }

  /** Looks which tasks are done since the last time, and which objects got a name. */
  look(cycle: number, globals: ReadonlyMap<string, Operand>): void {
    for (const [name, bound] of globals) {
      if (bound.kind !== 'handle' || this.#names.has(bound.handle)) continue;
      this.#names.set(bound.handle, name);
    }
    for (const [task, known] of this.#tasks) {
      if (known.isDone || this.#binding.isDone?.(task) !== true) continue;
      known.isDone = true;
      this.#entries.push({ kind: 'done', cycle, task, how: this.#binding.isCancelled?.(task) === true ? 'cancelled' : 'finished' });
    }
  }

  notes(): readonly Note[] {
    return this.#entries.map((entry): Note => {
      const task = this.#nameOf(entry.task);
      switch (entry.kind) {
        case 'suspended':
          return { kind: 'suspended', cycle: entry.cycle, task, on: this.#nameOf(entry.on) };
        case 'done':
          return { kind: 'done', cycle: entry.cycle, task, how: entry.how };
        default:
          return { kind: entry.kind, cycle: entry.cycle, task };
      }
    });
  }

  #isTask(object: unknown): object is object {
    return this.#binding.kinds.some((known) => known.kind === 'Task' && known.owns(object));
  }

  #current(body: string, cycle: number): object | null {
    const task = this.#binding.currentTask?.() ?? null;
    if (task !== null) this.#meet(task, body, cycle);
    return task;
  }

  #nameOf(object: unknown): string {
    const handle = typeof object === 'object' && object !== null ? this.#tasks.get(object)?.name : undefined;
    return this.#names.get(object) ?? handle ?? this.#calls.get(object) ?? 'a future';
  }
}
