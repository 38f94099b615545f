// The only place for notes in puppet mode: what the runner sees of the tasks through the verbs; never judged.

import type { Note } from '../../conformance/trace.ts';
import type { Answer, Callee, Operand } from '../interpreter/request.ts';
import type { Run } from '../interpreter/scope.ts';
import type { Named, Told } from '../stdio/message.ts';
import { type NoteTaker, type Stage, type Work, callOf } from './stage.ts';

type Entry =
  | { readonly kind: 'created' | 'resumed' | 'requested' | 'delivered'; readonly cycle: number; readonly task: number }
  | { readonly kind: 'suspended'; readonly cycle: number; readonly task: number; readonly on: Operand }
  | { readonly kind: 'done'; readonly cycle: number; readonly task: number; readonly how: 'finished' | 'cancelled' };

interface Known {
  /** The body's name with its number, for a task without a shared name. */
  readonly name: string;
  isDone: boolean;
}

/** Asks the implementation current_task(), done() and cancelled(), and nothing else: results and exceptions have effects. */
export class Notebook implements NoteTaker {
  readonly #entries: Entry[] = [];
  readonly #tasks = new Map<number, Known>();
  readonly #counts = new Map<string, number>();
  /** Bodies by the numbers of their coroutine objects. */
  readonly #coroutines = new Map<unknown, string>();
  /** Awaitable objects by the call that made them, `sleep(3600)`. */
  readonly #calls = new Map<unknown, string>();
  /** The task in which a run of a body is. */
  readonly #taskOf = new Map<Run, number>();
  readonly #suspensions = new Map<Run, { readonly pass: number; readonly entry: Entry }>();
  #lookedAt = -1;

  coroutine(coroutine: Operand, body: string): void {
    if (coroutine.kind === 'handle') this.#coroutines.set(coroutine.handle, body);
  }

  /** A coroutine of the program begins: the task that runs now is its task. */
  *started(stage: Stage, run: Run): Work<void> {
    yield* this.look(stage);
    const told = yield* probe({ call: { word: 'current_task' }, positional: [], keywords: {} });
    if (typeof told !== 'object' || told === null || told.kind !== 'Task') return;
    this.#meet(stage, told.ref, run.body?.name ?? 'task');
    this.#taskOf.set(run, told.ref);
    if (!this.#entries.some(({ kind, task, cycle }) => kind === 'resumed' && task === told.ref && cycle === stage.pass)) {
      this.#note({ kind: 'resumed', cycle: stage.pass, task: told.ref });
    }
  }

  /** An await that does not suspend is taken back by `awaited`, since it is over in the same pass. */
  awaits(stage: Stage, run: Run, of: Operand): void {
    const task = this.#taskOf.get(run);
    if (task === undefined || (of.kind === 'handle' && this.#coroutines.has(of.handle))) return;
    const entry: Entry = { kind: 'suspended', cycle: stage.pass, task, on: of };
    this.#suspensions.set(run, { pass: stage.pass, entry });
    this.#note(entry);
  }

  /** A task that ended meanwhile is noted in the pass in which that is seen. */
  *awaited(stage: Stage, run: Run, answer: Answer): Work<void> {
    yield* this.look(stage);
    const suspension = this.#suspensions.get(run);
    this.#suspensions.delete(run);
    const task = this.#taskOf.get(run);
    if (suspension === undefined || task === undefined) return;
    if (suspension.pass === stage.pass) {
      this.#entries.splice(this.#entries.indexOf(suspension.entry), 1);
      return;
    }
    this.#note({ kind: 'resumed', cycle: stage.pass, task });
    const error = answer.kind === 'raised' ? stage.object(answer.error) : null;
    if (error?.kind === 'exception' && error.types.includes('CancelledError')) this.#note({ kind: 'delivered', cycle: stage.pass, task });
  }

  /** The program calls `cancel()` of this object. */
  requested(stage: Stage, of: Operand): void {
    const object = stage.object(of);
    if (object?.kind !== 'Task') return;
    this.#meet(stage, object.ref, 'task');
    this.#note({ kind: 'requested', cycle: stage.pass, task: object.ref });
  }

  /** A call of the program gave this: maybe a task, else maybe something to await. */
  made(stage: Stage, value: Operand, callee: Callee, positional: readonly Operand[]): void {
    const object = stage.object(value);
    if (object?.kind === 'Task') {
      const bodies = positional.map((operand) => (operand.kind === 'handle' ? this.#coroutines.get(operand.handle) : undefined));
      this.#meet(stage, object.ref, bodies.find((name) => name !== undefined) ?? 'task');
    } else if (object !== null && callee.kind === 'word') {
      const constants = positional.map((operand) => (operand.kind === 'constant' ? String(operand.value) : '…'));
      this.#calls.set(object.ref, `${callee.name}(${constants.join(', ')})`);
    }
  }

  /** Asks, once a pass, which tasks are done since. */
  *look(stage: Stage): Work<void> {
    if (this.#lookedAt === stage.pass) return;
    this.#lookedAt = stage.pass;
    for (const [task, known] of this.#tasks) {
      if (known.isDone || (yield* probe(callOf({ ref: task }, 'done'))) !== true) continue;
      known.isDone = true;
      const isCancelled = (yield* probe(callOf({ ref: task }, 'cancelled'))) === true;
      this.#note({ kind: 'done', cycle: stage.pass, task, how: isCancelled ? 'cancelled' : 'finished' });
    }
  }

  notes(stage: Stage): readonly Note[] {
    return this.#entries.map((entry): Note => {
      const task = this.#nameOf(stage, entry.task);
      switch (entry.kind) {
        case 'suspended':
          return { kind: 'suspended', cycle: entry.cycle, task, on: this.#nameOf(stage, entry.on.kind === 'handle' ? entry.on.handle : null) };
        case 'done':
          return { kind: 'done', cycle: entry.cycle, task, how: entry.how };
        default:
          return { kind: entry.kind, cycle: entry.cycle, task };
      }
    });
  }

  #meet(stage: Stage, task: number, body: string): void {
    if (this.#tasks.has(task)) return;
    const nth = (this.#counts.get(body) ?? 0) + 1;
    this.#counts.set(body, nth);
    this.#tasks.set(task, { name: `${body}#${nth}`, isDone: false });
    this.#note({ kind: 'created', cycle: stage.pass, task });
  }

  #note(entry: Entry): void {
    this.#entries.push(entry);
  }

  #nameOf({ scenario }: Stage, number: unknown): string {
    for (const [name, bound] of scenario.globals) if (bound.kind === 'handle' && bound.handle === number) return name;
    return (typeof number === 'number' ? this.#tasks.get(number)?.name : undefined) ?? this.#calls.get(number) ?? 'a future';
  }
}

/** What a call gives, or null where it raises: notes are a help, and a broken implementation must not break them. */
function* probe(call: Named): Work<Told> {
  const { kind, of } = yield { verb: 'tell', of: call };
  return kind === 'value' ? of : null;
}
