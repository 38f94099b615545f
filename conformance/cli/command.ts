// The only place for what a command is: a name, its help, and a function from arguments to an exit code.

import type { Arguments, Option } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

export interface Command {
  readonly name: string;
  /** What follows the name: nothing, one `<operand>`, or any number where it has an ellipsis, `[implementation…]`. */
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

/** Throws UserError where a call has more operands than its command reads: who writes them means something by them. */
export function refuseSurplus({ name, operands, options }: Command, positionals: readonly string[]): void {
  if (operands.includes('…')) return;
  const surplus = positionals[operands === '' ? 0 : 1];
  if (surplus === undefined) return;
  const filter = options.some((option) => option.name === 'filter') ? `Did you mean --filter ${surplus}? ` : '';
  throw new UserError(`taskspec ${name} does not know what to do with ${surplus}`, `${filter}It is called as taskspec ${name}${operands === '' ? '' : ` ${operands}`}.`);
}
