// The only place for what a command is: a name, its help, and a function from arguments to an exit code.

import type { Arguments, Option } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
  readonly name: string;
  /** What follows the name, `[implementation…]`. */
  readonly operands: string;
  /** What it does, first one line, then what a user has to know. */
  readonly about: string;
  readonly options: readonly Option[];
  readonly examples: readonly string[];
  readonly run: (call: Arguments, terminal: Terminal) => Promise<number>;
}

/** The text of `taskspec <command> --help`. */
export function helpOf(command: Command): string {
  const options = [...command.options, { name: 'help', value: null, help: 'print this' }];
  const heads = options.map(({ name, value }) => `  --${name}${value === null ? '' : ` ${value}`}`);
  const width = Math.max(...heads.map((head) => head.length)) + 2;
  return [
    `Usage: taskspec ${command.name}${command.operands === '' ? '' : ` ${command.operands}`}`,
    '',
    command.about,
    '',
    'Options',
    ...options.map(({ help }, index) => `${(heads[index] ?? '').padEnd(width)}${help.replaceAll('\n', `\n${' '.repeat(width)}`)}`),
    '',
    'Examples',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
