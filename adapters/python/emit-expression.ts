// The only place where an expression of a Program becomes Python, and that knows which modules it needs.

import type { Attribute, Constant, Expression, Program, Word } from '../../conformance/program.ts';
import { identifier, integerLiteral, textLiteral } from './python-literal.ts';

/** How each word reads in Python, and the module it needs. */
const spelling: Readonly<Record<Word, string>> = {
  Task: 'asyncio.Task',
  Future: 'asyncio.Future',
  create_task: 'asyncio.create_task',
  ensure_future: 'asyncio.ensure_future',
  gather: 'asyncio.gather',
  shield: 'asyncio.shield',
  wait_for: 'asyncio.wait_for',
  wait: 'asyncio.wait',
  sleep: 'asyncio.sleep',
  current_task: 'asyncio.current_task',
  all_tasks: 'asyncio.all_tasks',
  run: 'asyncio.run',
  new_event_loop: 'asyncio.new_event_loop',
  set_event_loop: 'asyncio.set_event_loop',
  get_event_loop: 'asyncio.get_event_loop',
  isfuture: 'asyncio.isfuture',
  copy_context: 'contextvars.copy_context',
  partial: 'functools.partial',
  StringIO: 'io.StringIO',
  isinstance: 'isinstance',
  list: 'list',
  loop: 'loop',
  stdout: 'sys.stdout',
  stderr: 'sys.stderr',
  printed: 'printed',
  warned: 'warned',
};

/** Exceptions that asyncio has; before 3.11 its TimeoutError is not Python's. */
const asyncioExceptions = new Set(['CancelledError', 'InvalidStateError', 'TimeoutError']);

/** What every built-in exception's name looks like, so that no other built-in passes for one. */
const builtinException = /^(?=[A-Z])[A-Za-z]*(?:Error|Exception|Exit|Interrupt|Iteration|Warning)$/;

export class ExpressionEmitter {
  readonly #derived: ReadonlySet<Attribute>;
  readonly #own: ReadonlySet<string>;
  readonly #modules = new Set(['asyncio']);

  constructor(program: Program, derived: ReadonlySet<Attribute>) {
    this.#derived = derived;
    this.#own = new Set(program.exceptions.map((exception) => exception.name));
  }

  /** The modules that all emitted so far needs. */
  get modules(): ReadonlySet<string> {
    return this.#modules;
  }

  of(expression: Expression): string {
    switch (expression.kind) {
      case 'constant':
        return constantLiteral(expression.value);
      case 'list':
        return `[${expression.items.map((item) => this.of(item)).join(', ')}]`;
      case 'variable':
      case 'body':
        return identifier(expression.name);
      case 'exception':
        return this.exception(expression.name);
      case 'word': {
        const text = Object.hasOwn(spelling, expression.name) ? spelling[expression.name] : null;
        if (text === null) throw new Error(`bug: ${JSON.stringify(expression.name)} is no word`);
        const dot = text.indexOf('.');
        if (dot > 0) this.import(text.slice(0, dot));
        return text;
      }
      case 'attribute': {
        const of = this.#primary(expression.of);
        return `${this.#derived.has(expression.name) ? `derived(${of})` : of}.${identifier(expression.name)}`;
      }
      case 'call': {
        const keywords = expression.keywords.map(({ name, value }) => `${identifier(name)}=${this.of(value)}`);
        const positional = expression.positional.map((argument) => this.of(argument));
        return `${this.#primary(expression.callee)}(${[...positional, ...keywords].join(', ')})`;
      }
    }
  }

  /** In Python `1.real` is no expression and `-1 .real` another one. */
  #primary(expression: Expression): string {
    const text = this.of(expression);
    return expression.kind === 'constant' && typeof expression.value === 'number' ? `(${text})` : text;
  }

  /** `await -1` is no Python. */
  operand(expression: Expression): string {
    const text = this.of(expression);
    return text.startsWith('-') ? `(${text})` : text;
  }

  exception(name: string): string {
    if (this.#own.has(name)) return identifier(name);
    if (asyncioExceptions.has(name)) return `asyncio.${name}`;
    if (builtinException.test(name)) return name;
    throw new Error(`bug: ${JSON.stringify(name)} is no exception`);
  }

  import(name: string): string {
    this.#modules.add(name);
    return name;
  }
}

function constantLiteral(value: Constant): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? integerLiteral(value) : textLiteral(value);
}
