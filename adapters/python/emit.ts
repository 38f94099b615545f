// The only place where a Program becomes Python: readable source, one statement a step, as a person would write it.

import type { Attribute, Body, Handler, Program, Step } from '../../conformance/program.ts';
import { ExpressionEmitter } from './emit-expression.ts';
import { boundNames, countUses } from './name-uses.ts';
import { docstring, identifier, integerLiteral, textLiteral } from './python-literal.ts';

export interface EmittedPython {
  readonly source: string;
  /** For each line of the source, from line 1 at index 1: the id of its step, `start` where a function begins, or 0. */
  readonly lines: readonly (number | 'start')[];
}

/** Names that the emitted module needs for itself. A scenario that bound one would change what its own lines mean. */
export const reservedNames: ReadonlySet<string> = new Set([
  'asyncio', 'contextlib', 'contextvars', 'functools', 'io', 'sys', 'loop', 'exc', '_', 'isinstance', 'list', 'range',
  'see', 'caught', 'log', 'run_cycles', 'run_until_idle', 'printed', 'warned', 'derived',
]);

export interface EmitOptions {
  /** Becomes the docstring. */
  readonly title?: string;
  /** Members that the Task lacks and the harness works out: they are asked of `derived(task)`. */
  readonly derived?: ReadonlySet<Attribute>;
}

/** Emits a Program as the source of a Python module. Throws only on a bug of ours. */
export function emitPython(program: Program, options: EmitOptions = {}): EmittedPython {
  return new Emitter(program, options.derived ?? new Set()).module(options.title ?? null);
}

class Emitter {
  readonly #program: Program;
  readonly #shared: ReadonlySet<string>;
  readonly #text: string[] = [];
  readonly #lines: (number | 'start')[] = [0];
  readonly #expressions: ExpressionEmitter;
  /** The body whose steps are being written, null in drive. */
  #body: Body | null = null;

  constructor(program: Program, derived: ReadonlySet<Attribute>) {
    this.#program = program;
    this.#expressions = new ExpressionEmitter(program, derived);
    this.#shared = new Set(program.shared);
  }

  module(title: string | null): EmittedPython {
    const program = this.#program;
    for (const { name, base } of program.exceptions) {
      this.#blank(2);
      this.#line(0, `class ${this.#bindable(name)}(${this.#expressions.exception(base)}):`, 0);
      this.#line(1, 'pass', 0);
    }
    if (program.variables.length + program.futures.length > 0) this.#blank(program.exceptions.length > 0 ? 2 : 1);
    for (const name of program.variables) {
      this.#line(0, `${this.#bindable(name)} = ${this.#expressions.import('contextvars')}.ContextVar(${textLiteral(name)})`, 0);
    }
    for (const name of program.futures) this.#line(0, `${this.#bindable(name)} = loop.create_future()`, 0);
    for (const body of program.bodies) this.#function(body);
    this.#body = null;
    this.#blank(2);
    this.#steps(0, program.drive);
    // What is imported is known only now; it goes to the front, which moves every line.
    const head = title === null ? [] : [docstring(title)];
    head.push(...[...this.#expressions.modules].sort().map((name) => `import ${name}`));
    return {
      source: [...head, ...this.#text, ''].join('\n'),
      lines: [0, ...head.map(() => 0), ...this.#lines.slice(1)],
    };
  }

  #function(body: Body): void {
    this.#body = body;
    this.#blank(2);
    if (body.kind === 'manager') this.#line(0, `@${this.#expressions.import('contextlib')}.asynccontextmanager`, 'start');
    const definition = body.kind === 'callback' ? 'def' : 'async def';
    const parameters = body.parameters.map((name) => this.#bindable(name)).join(', ');
    this.#line(0, `${definition} ${this.#bindable(body.name)}(${parameters}):`, 'start');
    const global = [...boundNames(body.steps)].filter((name) => this.#shared.has(name)).sort();
    if (global.length > 0) this.#line(1, `global ${global.map((name) => this.#bindable(name)).join(', ')}`, 0);
    this.#steps(1, body.steps);
  }

  #steps(depth: number, steps: readonly Step[]): void {
    if (steps.length === 0) this.#line(depth, 'pass', 0);
    for (const step of steps) this.#step(depth, step);
  }

  #step(depth: number, step: Step): void {
    const line = (text: string, deeper = 0): void => this.#line(depth + deeper, text, step.id);
    switch (step.kind) {
      case 'call':
        return line(this.#assign(step.as) + this.#expressions.of(step.expression));
      case 'check':
        return this.#observed(depth, step.id, step.as, step.catches, this.#expressions.of(step.expression));
      case 'await': {
        const awaited = `${this.#await()} ${this.#expressions.operand(step.expression)}`;
        if (!step.observed) return line(this.#assign(step.as) + awaited);
        return this.#observed(depth, step.id, step.as, step.catches, awaited);
      }
      case 'log':
        return line(`log(${step.id}, ${textLiteral(step.label)})`);
      case 'return':
        return line(step.value === null ? 'return' : `return ${this.#expressions.of(step.value)}`);
      case 'raise': {
        const error = step.error === null ? '' : ` ${this.#expressions.of(step.error)}`;
        const cause = step.cause === null ? '' : ` from ${this.#expressions.of(step.cause)}`;
        return line(`raise${error}${cause}`);
      }
      case 'cycle':
        return this.#cycle(depth, step);
      case 'repeat':
        line(`for _ in range(${integerLiteral(step.count)}):`);
        return this.#steps(depth + 1, step.steps);
      case 'try':
        line('try:');
        this.#steps(depth + 1, step.steps);
        for (const handler of step.handlers) this.#handler(depth, step.id, handler);
        if (step.otherwise.length > 0) {
          line('else:');
          this.#steps(depth + 1, step.otherwise);
        }
        if (step.finally.length > 0) {
          line('finally:');
          this.#steps(depth + 1, step.finally);
        }
        return;
      case 'yield':
        return line(step.value === null ? 'yield' : `yield ${this.#expressions.of(step.value)}`);
      case 'async for':
        this.#await();
        line(`async for ${step.as === null ? '_' : this.#bindable(step.as)} in ${this.#expressions.of(step.iterable)}:`);
        return this.#steps(depth + 1, step.steps);
      case 'async with':
        this.#await();
        line(`async with ${this.#expressions.of(step.manager)}${step.as === null ? '' : ` as ${this.#bindable(step.as)}`}:`);
        return this.#steps(depth + 1, step.steps);
    }
  }

  /** The argument of `see` is evaluated before `see` is entered: what is observed runs without a frame of ours. */
  #observed(depth: number, id: number, as: string | null, catches: boolean, text: string): void {
    if (!catches) return this.#line(depth, `${this.#assign(as)}see(${id}, ${text})`, id);
    this.#line(depth, 'try:', id);
    this.#line(depth + 1, `${this.#assign(as)}see(${id}, ${text})`, id);
    this.#line(depth, 'except BaseException as exc:', id);
    this.#line(depth + 1, `${this.#assign(as)}caught(${id}, exc)`, id);
  }

  #handler(depth: number, id: number, handler: Handler): void {
    const types = handler.types.map((name) => this.#expressions.exception(name));
    const caught = types.length === 1 ? ` ${types[0]}` : types.length === 0 ? '' : ` (${types.join(', ')})`;
    if (handler.as === null) {
      this.#line(depth, `except${caught}:`, id);
      return this.#steps(depth + 1, handler.steps);
    }
    // Python deletes the name at the end of the handler; a name that others know, or that is used later, must live on.
    const name = this.#bindable(handler.as);
    const type = caught === '' ? ' BaseException' : caught;
    const lives = this.#body === null || this.#shared.has(name) || countUses(this.#body.steps, name) > countUses(handler.steps, name);
    this.#line(depth, `except${type} as ${lives ? 'exc' : name}:`, id);
    if (lives) this.#line(depth + 1, `${name} = exc`, id);
    if (!lives || handler.steps.length > 0) this.#steps(depth + 1, handler.steps);
  }

  #cycle(depth: number, step: Extract<Step, { kind: 'cycle' }>): void {
    if (this.#body === null) {
      const other = step.loop === null ? [] : [this.#bindable(step.loop)];
      const call = step.count === 'idle' ? `run_until_idle(${other.join()})` : `run_cycles(${[integerLiteral(step.count), ...other].join(', ')})`;
      return this.#line(depth, call, step.id);
    }
    if (step.count === 'idle' || step.loop !== null) throw new Error('bug: only drive can work a loop from outside');
    const pass = `${this.#await()} asyncio.sleep(0)`;
    if (step.count === 1) return this.#line(depth, pass, step.id);
    this.#line(depth, `for _ in range(${integerLiteral(step.count)}):`, step.id);
    this.#line(depth + 1, pass, step.id);
  }

  #await(): string {
    if (this.#body === null || this.#body.kind === 'callback') throw new Error('bug: an await outside any coroutine');
    return 'await';
  }

  #assign(as: string | null): string {
    return as === null ? '' : `${this.#bindable(as)} = `;
  }

  #bindable(name: string): string {
    if (reservedNames.has(name) || name.startsWith('__')) {
      throw new Error(`bug: the name ${JSON.stringify(name)} belongs to the emitted program`);
    }
    return identifier(name);
  }

  #blank(count: number): void {
    for (let n = 0; n < count; n += 1) this.#line(0, '', 0);
  }

  #line(depth: number, text: string, place: number | 'start'): void {
    this.#text.push(text === '' ? '' : '    '.repeat(depth) + text);
    this.#lines.push(place);
  }
}
