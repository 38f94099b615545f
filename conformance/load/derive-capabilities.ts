// The only place that derives what an implementation must be able to do from the words that a scenario uses.

import { capabilities, type Capability } from '../capabilities.ts';
import type { Expectation, Form, Pattern } from '../expectation.ts';
import type { Expression, Program, Step } from '../program.ts';

const OF_WORD: Readonly<Partial<Record<string, Capability>>> = {
  Future: 'Future', create_task: 'create_task', ensure_future: 'ensure_future', gather: 'gather', shield: 'shield',
  wait: 'wait', wait_for: 'wait_for', run: 'run', all_tasks: 'all_tasks', current_task: 'current_task', isfuture: 'isfuture',
  Task: 'Task', new_event_loop: 'several-loops', set_event_loop: 'several-loops', copy_context: 'context',
  stdout: 'standard-streams', stderr: 'standard-streams', warned: 'warnings',
};

const OF_ATTRIBUTE: Readonly<Partial<Record<string, Capability>>> = {
  cancel: 'cancel', cancelled: 'cancelled', done: 'done', result: 'result', exception: 'exception', get_loop: 'get_loop',
  add_done_callback: 'add_done_callback', remove_done_callback: 'remove_done_callback', get_stack: 'get_stack',
  print_stack: 'print_stack', create_task: 'create_task', create_future: 'Future', call_soon: 'call_soon',
  call_later: 'call_later', run_forever: 'loop-control', stop: 'loop-control', is_running: 'loop-control',
  close: 'loop-control', time: 'virtual-clock', set_exception_handler: 'exception-handler', __context__: 'implicit-context',
};

/** In the order of the closed list. */
export function deriveCapabilities(program: Program, expectation: Expectation, isPythonOnly: boolean): readonly Capability[] {
  const found = new Set<Capability>();
  const add = (capability: Capability | undefined): void => {
    if (capability !== undefined) found.add(capability);
  };
  if (isPythonOnly) add('python-syntax');
  if (program.futures.length > 0) add('Future');
  if (program.variables.length > 0) add('context');

  function visit(expression: Expression | null): void {
    switch (expression?.kind) {
      case 'list':
        expression.items.forEach(visit);
        return;
      case 'word':
        add(OF_WORD[expression.name]);
        return;
      case 'attribute': {
        const { of, name } = expression;
        if (of.kind === 'word' && of.name === 'Task' && (name === 'all_tasks' || name === 'current_task')) {
          add(`Task.${name}`);
          return;
        }
        if (name === 'get_stack' || name === 'print_stack') add('frames');
        add(OF_ATTRIBUTE[name]);
        visit(of);
        return;
      }
      case 'call':
        visit(expression.callee);
        expression.positional.forEach(visit);
        for (const { name, value } of expression.keywords) {
          if (name === 'context') add('context');
          visit(value);
        }
        return;
      default:
    }
  }

  function walk(steps: readonly Step[], inDrive: boolean): void {
    for (const step of steps) {
      switch (step.kind) {
        case 'call':
        case 'check':
        case 'await':
          visit(step.expression);
          break;
        case 'return':
          visit(step.value);
          break;
        case 'raise':
          visit(step.error);
          visit(step.cause);
          break;
        case 'cycle':
          if (inDrive) add('loop-control');
          if (step.count === 'idle') add('virtual-clock');
          break;
        case 'repeat':
          walk(step.steps, inDrive);
          break;
        case 'try':
          walk([...step.steps, ...step.handlers.flatMap((handler) => handler.steps), ...step.otherwise, ...step.finally], inDrive);
          break;
        case 'yield':
          add('python-syntax');
          visit(step.value);
          break;
        case 'async for':
          add('python-syntax');
          visit(step.iterable);
          walk(step.steps, inDrive);
          break;
        case 'async with':
          add('python-syntax');
          visit(step.manager);
          walk(step.steps, inDrive);
          break;
        case 'log':
          break;
      }
    }
  }
  for (const body of program.bodies) walk(body.steps, false);
  walk(program.drive, true);

  const positioned = (pattern: Pattern): boolean =>
    (pattern.kind === 'frame' && pattern.at !== null) || (pattern.kind === 'list' && pattern.items.some(positioned));
  const inForms = (forms: readonly Form[]): boolean => forms.some((form) => {
    switch (form.kind) {
      case 'is':
      case 'raises':
        return positioned(form.pattern);
      case 'one_of':
        return form.choices.some(inForms);
      case 'is_not':
        return false;
      default:
        return form.items.some(positioned);
    }
  });
  const outcomes = expectation.steps.flatMap((step) => step.outcomes);
  if (outcomes.some(({ forms, each }) => inForms(forms) || (each ?? []).some(inForms))) add('frame-positions');
  return capabilities.filter((capability) => found.has(capability));
}
