// The only place for the standalone program of a scenario: it runs under a plain python3 and judges itself.

import { readFileSync } from 'node:fs';
import type { Outcome } from '../../conformance/expectation.ts';
import { describeOutcome } from '../../conformance/judge/describe.ts';
import type { Scenario } from '../../conformance/spec.ts';
import { emitPython, type EmittedPython } from './emit.ts';
import { dataLiteral, docstring, textLiteral } from './python-literal.ts';

/** What stands in front of the scenario, in the order in which one needs the other. */
const parts = ['virtual_loop.py', 'observe.py', 'heard.py', 'standalone.py'] as const;

export interface StandaloneOptions {
  /** The folder of the Python files; by default beside this file. */
  readonly folder?: URL;
}

/**
 * A Python program that runs one scenario by itself, shows each observation beside what is expected, and exits 0 if
 * exactly one outcome fits, else 1. The scenario stands in it as the python adapter runs it, line for line.
 */
export function emitStandalone(scenario: Scenario, options: StandaloneOptions = {}): string {
  const { source, lines } = emitPython(scenario.program, { title: scenario.title });
  const folder = options.folder ?? new URL('./', import.meta.url);
  // The preamble names the line on which the scenario begins, which its own length decides.
  const first = preambleOf(scenario, folder, lines, 0).length;
  return [...preambleOf(scenario, folder, lines, first), source, '', '_ended()', ''].join('\n');
}

function preambleOf(scenario: Scenario, folder: URL, lines: EmittedPython['lines'], first: number): readonly string[] {
  const { expectation, program } = scenario;
  const modules = parts.map((file) => splitModule(readFileSync(new URL(file, folder), 'utf8')));
  const imports = [...new Set(modules.flatMap(({ imports: lines }) => lines))].sort();
  return [
    '#!/usr/bin/env python3',
    docstring(`${scenario.id}: ${scenario.title}`),
    '# Run it with any Python from 3.7 on; the argument `pure` takes the Task written in Python. It shows what each step saw,',
    '# and EXPECTED what, where that differs; it exits 0 if exactly one outcome fits. The scenario is the second part.',
    '',
    '',
    'def _taskspec(namespace):',
    ...indented(['import sys', "if 'pure' in sys.argv[1:]:", "    sys.modules['_asyncio'] = None", ...imports]),
    ...indented(modules.flatMap(({ body }) => body)),
    '',
    ...indented([
      'return Onlooker(',
      '    namespace,',
      '    file=sys._getframe().f_code.co_filename,',
      `    lines=${dataLiteral(lines)},`,
      `    first=${first},`,
      `    shared=${dataLiteral(['loop', ...program.shared].sort())},`,
      `    texts=${dataLiteral(program.texts)},`,
      `    variants=${dataLiteral(expectation.variants)},`,
      '    steps={',
      ...stepLines(scenario).map((line) => `        ${line}`),
      '    },',
      `    order=${dataLiteral(expectation.order.map((chains) => chains.map((chain) => chain.map(({ step, nth }) => [step, nth]))))},`,
      ')',
    ]),
    '',
    '',
    '# With globals of its own: a scenario may call something of its own `all` or `map`.',
    "_onlooker = type(_taskspec)(_taskspec.__code__, {'__name__': 'taskspec', '__builtins__': __builtins__})(globals())",
    'loop, see, caught, log = _onlooker.loop, _onlooker.see, _onlooker.caught, _onlooker.log',
    'printed, warned, _ended = _onlooker.printed, _onlooker.warned, _onlooker.ended',
    'run_cycles, run_until_idle = _onlooker.run_cycles, _onlooker.run_until_idle',
    '',
    '',
    '# ---------------------------------------------------------------- the scenario',
    '',
  ];
}

function stepLines({ expectation, places }: Scenario): readonly string[] {
  return expectation.steps.map(({ step, outcomes }) => {
    const place = places.find(({ id }) => id === step);
    const text = place === undefined ? `step ${step}` : place.text;
    const data = outcomes.map((outcome) => dataLiteral({ ...outcome, said: said(outcome) }));
    const same = data.length > 1 && data.every((one) => one === data[0]);
    return `${step}: {'text': ${textLiteral(text)}, 'outcomes': ${same ? `[${data[0]}] * ${data.length}` : `[${data.join(', ')}]`}},`;
  });
}

function said(outcome: Outcome): string {
  const times = outcome.times === 0 ? 'never' : outcome.times === 1 ? 'once' : `${outcome.times} times`;
  if (outcome.times === 0) return 'never to be reached';
  const words = outcome.each === null ? describeOutcome(outcome, 1) : outcome.each.map((_, n) => describeOutcome(outcome, n + 1)).join(', then ');
  return outcome.times === 1 ? words : `${words}, ${times}`;
}

/** A module without its docstring, its own imports apart; those of its fellows are not needed in one program. */
function splitModule(text: string): { readonly imports: readonly string[]; readonly body: readonly string[] } {
  const lines = text.replace(/^"""[\s\S]*?"""\n/, '').split('\n');
  const isImport = (line: string): boolean => /^(?:import|from) /.test(line);
  const ours = new RegExp(`^from (?:${parts.map((file) => file.replace('.py', '')).join('|')}) `);
  return {
    imports: lines.filter((line) => isImport(line) && !ours.test(line)),
    body: lines.filter((line) => !isImport(line)),
  };
}

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => (line === '' ? '' : `    ${line}`));
