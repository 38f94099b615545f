// The only place that finds the command that a call names, runs it, and words what went wrong.

import { visible } from '../../reports/visible.ts';
import { AdapterError } from '../adapter.ts';
import { readArguments } from './arguments.ts';
import { helpOf, refuseSurplus } from './command.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { complaintOf } from './complaint.ts';
import { didYouMean } from './did-you-mean.ts';
import { exitCodes } from './exit-code.ts';
import { packageVersion } from './package-root.ts';
import { SpecMistakes } from './spec-mistakes.ts';
import type { Terminal } from './terminal.ts';
import { UserError } from './user-error.ts';

/** Runs `taskspec <words…>` and gives its exit code; never rejects. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    return tell(error, terminal);
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(overview());
    return name === undefined ? exitCodes.wrongCall : exitCodes.conforms;
  }
  if (name === '--version') {
    terminal.print(`${packageVersion()}\n`);
    return exitCodes.conforms;
  }
  const found = commands.find((candidate) => candidate.name === name);
  if (found === undefined) {
    const hint = didYouMean(name, commands.map((command) => command.name), '');
    throw new UserError(`there is no command ${name}`, `${hint} taskspec --help says what each does.`);
  }
  return execute(await found.load(), rest, terminal);
}

async function execute(command: Command, words: readonly string[], terminal: Terminal): Promise<number> {
  const call = readArguments(command.name, words, command.options);
  if (call.flag('help')) {
    terminal.print(helpOf(command));
    return exitCodes.conforms;
  }
  refuseSurplus(command, call.positionals);
  return command.run(call, terminal);
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    'taskspec: does it behave as the documentation of asyncio.Task says?',
    '',
    'Usage: taskspec <command> [operands] [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'taskspec <command> --help tells more. Exit codes: 0 conforms, 1 does not, 2 the call or the specification',
    'is wrong, 3 an adapter or the harness failed, 4 a baseline says too much, 130 interrupted.',
    '',
  ].join('\n');
}

/** The three families of errors, kept apart: the caller's, an adapter's, and a bug of ours, which alone shows a stack. */
async function tell(error: unknown, terminal: Terminal): Promise<number> {
  if (error instanceof UserError) {
    terminal.complain(`taskspec: ${visible(error.message)}\n  ${visible(error.hint)}\n`);
    return exitCodes.wrongCall;
  }
  if (error instanceof SpecMistakes) {
    const { renderMistake } = await import('../load/mistake.ts');
    terminal.complain(`${error.mistakes.map(renderMistake).join('\n\n')}\n\ntaskspec: ${error.message}\n`);
    return exitCodes.wrongCall;
  }
  if (error instanceof AdapterError) {
    terminal.complain(complaintOf(error, ''));
    return exitCodes.broken;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.complain(`taskspec: this is a bug in taskspec, please report it with what follows.\n${stack}\n`);
  return exitCodes.broken;
}
