// The only place that reads argv: options that a command declares, and a clear error for all others.

import { parseArgs } from 'node:util';
import { didYouMean } from './did-you-mean.ts';
import { UserError } from './user-error.ts';

export interface Option {
  readonly name: string;
  /** Name of its value in the help, such as `<pattern>`; null is a flag. */
  readonly value: string | null;
  readonly help: string;
}

/** What a command was called with. Asking for an option that it did not declare gives nothing. */
export interface Arguments {
  /** As they were given, for calling the command again. */
  readonly words: readonly string[];
  readonly positionals: readonly string[];
  readonly flag: (name: string) => boolean;
  /** All values in the order given. */
  readonly list: (name: string) => readonly string[];
  /** The last value given. */
  readonly value: (name: string) => string | undefined;
}

/** Splits the words after the command's name. `--help` is always known. */
export function readArguments(command: string, words: readonly string[], options: readonly Option[]): Arguments {
  const values = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokensOf(words, options)) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const value = checked(command, token, options);
    values.set(token.name, [...(values.get(token.name) ?? []), value]);
  }
  const list = (name: string): readonly string[] => values.get(name) ?? [];
  return { words, positionals, flag: (name) => values.has(name), list, value: (name) => list(name).at(-1) };
}

function tokensOf(words: readonly string[], options: readonly Option[]): readonly Token[] {
  const declared = Object.fromEntries(
    options.map(({ name, value }) => [name, { type: value === null ? ('boolean' as const) : ('string' as const) }]),
  );
  const help = { type: 'boolean', short: 'h' } as const;
  return parseArgs({
    args: [...words], options: { ...declared, help }, strict: false, allowPositionals: true, tokens: true,
  }).tokens;
}

type Token =
  | { readonly kind: 'positional'; readonly value: string }
  | { readonly kind: 'option'; readonly name: string; readonly rawName: string; readonly value?: string | undefined;
      readonly inlineValue?: boolean | undefined }
  | { readonly kind: 'option-terminator' };

function checked(command: string, token: Token & { kind: 'option' }, options: readonly Option[]): string {
  if (token.name === 'help') return '';
  const option = options.find(({ name }) => name === token.name);
  if (option === undefined) {
    const known = [...options.map(({ name }) => `--${name}`), '--help'];
    const hint = didYouMean(token.rawName, known, `taskspec ${command} --help lists the options.`);
    throw new UserError(`taskspec ${command} has no option ${token.rawName}`, hint);
  }
  if (option.value === null) {
    if (token.value === undefined) return '';
    throw new UserError(`--${option.name} takes no value`, `Write --${option.name} alone.`);
  }
  const swallowed = token.inlineValue !== true && token.value?.startsWith('-') === true;
  if (token.value === undefined || token.value === '' || swallowed) {
    throw new UserError(`--${option.name} needs a value`, `Write --${option.name} ${option.value}.`);
  }
  return token.value;
}
