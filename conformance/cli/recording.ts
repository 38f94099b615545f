// The only place for `--record`: every line that the runner and adapters say to each other, in a file, as it is said.

import { closeSync, openSync, writeSync } from 'node:fs';
import { isModuleName } from '../../adapters/module/module-name.ts';
import { visible } from '../../reports/visible.ts';
import type { Arguments, Option } from './arguments.ts';
import { UserError } from './user-error.ts';

export const recordOption: Option = {
  name: 'record', value: '<file>', help: 'keep what the runner (→) and an adapter behind stdio:, in a module or attached (←) say to each other, a line a message',
};

/** Hears each line of a conversation, as it was said. */
export type Overhear = (from: 'runner' | 'adapter', line: string) => void;

/** Bytes of a record; the conversation about the whole suite has some five millions. */
const mostBytes = 64 * 1_048_576;

/** Whether there is a conversation in lines that can be recorded. */
const converses = (name: string): boolean => isModuleName(name) || /^(?:stdio|attach)(?::|$)/u.test(name);

const arrows = { runner: '→', adapter: '←' } as const;

/** Lines come as they are said, whole; where there are several adapters each begins with the name of the one that hears or speaks. */
export class Recording {
  /** Why it is not whole, or null. */
  problem: string | null = null;
  readonly #name: string;
  readonly #several: boolean;
  readonly #most: number;
  #file: number | null;
  #bytes = 0;

  /** Throws UserError where the file cannot be written. */
  constructor(name: string, several: boolean, most = mostBytes) {
    this.#name = name;
    this.#several = several;
    this.#most = most;
    try {
      this.#file = openSync(name, 'w');
    } catch (error) {
      throw new UserError(`the record ${name} cannot be written (${reasonOf(error)})`, 'Name with --record a file that you may write, in a folder that is there.', { cause: error });
    }
  }

  of(adapter: string): Overhear {
    const speaker = this.#several ? `${visible(adapter)} ` : '';
    return (from, line) => this.#write(`${speaker}${arrows[from]} ${line}\n`);
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  /** Of what fails from here on nothing is lost but the record, so the run goes on. */
  #write(line: string): void {
    if (this.#file === null) return;
    const bytes = Buffer.from(line);
    try {
      if (this.#bytes + bytes.length > this.#most) {
        this.problem = `it ends after ${this.#most} bytes, which are as many as are kept`;
        writeSync(this.#file, `… ${this.problem}\n`);
        return this.close();
      }
      for (let written = 0; written < bytes.length;) written += writeSync(this.#file, bytes, written);
      this.#bytes += bytes.length;
    } catch (error) {
      this.problem = `it ends early (${reasonOf(error)})`;
      this.close();
    }
  }

  get name(): string {
    return this.#name;
  }
}

/** What `--record` asks for, or null. Throws UserError where there is nothing to record, or nowhere to. */
export function recordingOf(call: Arguments, names: readonly string[]): Recording | null {
  const file = call.value(recordOption.name);
  if (file === undefined) return null;
  const adapters = new Set(names.filter(converses));
  if (adapters.size === 0) {
    throw new UserError(
      `--record keeps what is said over the protocol, which ${names.join(', ')} does not speak`,
      'It is for stdio:<command>, ./my-adapter.js and attach; taskspec show <scenario> --as timeline tells what happens in others.',
    );
  }
  return new Recording(file, adapters.size > 1);
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
