// The only place for names: which are one for the scenario, which belong to a run of a body, and what they mean now.

import type { Body, Program } from '../../conformance/program.ts';
import { raiseNew } from './raised.ts';
import type { KeywordOperand, Operand, Work } from './request.ts';

/** What all runs of a program's bodies have in common. */
export interface Scenario {
  readonly program: Program;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Names that are one for the scenario: the shared ones, futures, variables. */
  readonly global: ReadonlySet<string>;
  /** What global names are bound to. The executor puts the declared futures and variables here. */
  readonly globals: Map<string, Operand>;
  /** Where each error, by its handle, was raised first: the step that is last in its traceback. */
  readonly origins: Map<unknown, number>;
}

/** One run of a body, or of `drive`. */
export interface Run {
  readonly scenario: Scenario;
  /** Null for `drive`. */
  readonly body: Body | null;
  readonly locals: Map<string, Operand>;
  /** Errors whose handlers or finally blocks are running, the innermost last. */
  readonly handled: Operand[];
  /** The step that it stands at. */
  at: number | 'start';
}

export function newScenario(program: Program): Scenario {
  const { bodies, shared, futures, variables } = program;
  return {
    program,
    bodies: new Map(bodies.map((body) => [body.name, body])),
    global: new Set([...shared, ...futures, ...variables]),
    globals: new Map(),
    origins: new Map(),
  };
}

export function newRun(scenario: Scenario, body: Body | null, locals: Map<string, Operand> = new Map()): Run {
  return { scenario, body, locals, handled: [], at: 'start' };
}

/** Parameters with their arguments, or why they do not fit: the message of the TypeError. */
export function bindArguments(
  { name, parameters }: Body,
  positional: readonly Operand[],
  keywords: readonly KeywordOperand[],
): Map<string, Operand> | string {
  if (positional.length > parameters.length) {
    return `${name}() takes ${parameters.length} positional arguments but ${positional.length} were given`;
  }
  const locals = new Map<string, Operand>();
  for (const [index, argument] of positional.entries()) {
    const parameter = parameters[index];
    if (parameter !== undefined) locals.set(parameter, argument);
  }
  for (const keyword of keywords) {
    if (!parameters.includes(keyword.name)) return `${name}() got an unexpected keyword argument '${keyword.name}'`;
    if (locals.has(keyword.name)) return `${name}() got multiple values for argument '${keyword.name}'`;
    locals.set(keyword.name, keyword.value);
  }
  const missing = parameters.find((parameter) => !locals.has(parameter));
  return missing === undefined ? locals : `${name}() missing a required argument: '${missing}'`;
}

/** Parameters come first, as they belong to their call whatever else bears their name. */
const isLocal = ({ scenario, body }: Run, name: string): boolean =>
  !scenario.global.has(name) || (body !== null && body.parameters.includes(name));

export function bind(run: Run, name: string | null, value: Operand): void {
  if (name === null) return;
  (isLocal(run, name) ? run.locals : run.scenario.globals).set(name, value);
}

/** What a name means now. Raises as Python does where it means nothing yet. */
export function* lookUp(run: Run, name: string): Work<Operand> {
  const local = isLocal(run, name);
  const value = (local ? run.locals : run.scenario.globals).get(name);
  if (value !== undefined) return value;
  if (local && run.body !== null) {
    return yield* raiseNew('UnboundLocalError', `local variable '${name}' referenced before assignment`);
  }
  return yield* raiseNew('NameError', `name '${name}' is not defined`);
}
