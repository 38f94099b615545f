// The only place for the messages of the protocol, version 1, as types; PROTOCOL.md explains each of them.

import type { Budget } from '../../conformance/adapter.ts';
import type { Capability } from '../../conformance/capabilities.ts';
import type { Constant, Program } from '../../conformance/program.ts';
import type { End, Note, ObjectKind, Observation } from '../../conformance/trace.ts';
import type { PythonProgram } from '../python/encode.ts';

export const protocolVersion = 1;

export const modes = ['program', 'puppet'] as const;
export type Mode = (typeof modes)[number];

/** What an adapter in program mode is sent: the Program as data, or as the source of a Python module. */
export const programForms = ['data', 'python'] as const;
export type ProgramForm = (typeof programForms)[number];

/** A value as an adapter tells it; objects stay with the adapter, and are called by a number. */
export type Told = Constant | Ref;

export type Ref =
  | { readonly ref: number; readonly kind: ObjectKind }
  /** `items` are told of what a verb gave, and not of what is within it. */
  | { readonly ref: number; readonly kind: 'list' | 'set'; readonly items: readonly Told[] | null }
  /** `types`: its type's name and those of all its bases, the type first. */
  | { readonly ref: number; readonly kind: 'exception'; readonly types: readonly string[]; readonly args: readonly Told[] };

/** What came of a verb. */
export type Outcome = { readonly kind: 'value' | 'raised'; readonly of: Told };

/** What an adapter says. */
export type Message =
  | Ready
  /** `hint`: what to do about it, or null. */
  | { readonly type: 'refused'; readonly why: string; readonly hint: string | null }
  | Ask
  /** It was sent what it does not know. */
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'observation'; readonly id: string; readonly observation: Observation }
  | Done;

export interface Ready {
  readonly type: 'ready';
  readonly implementation: string;
  readonly version: string;
  readonly language: string;
  readonly target: string;
  readonly task: string;
  readonly capabilities: readonly Capability[];
  /** The first is used. */
  readonly modes: readonly Mode[];
  readonly programAs: ProgramForm;
  readonly environment: Readonly<Record<string, string>>;
}

/** Puppet mode: what next? `pass` counts the passes of the program's loops so far; `time` is what the scenario's loop shows, in seconds. */
export type Ask = { readonly type: 'ask'; readonly id: string; readonly pass: number; readonly time: number } & (
  /** A frame begins, with `outcome` null, or goes on. */
  | { readonly kind: 'frame'; readonly frame: number; readonly outcome: Outcome | null }
  /** A function of the program was called by the implementation. */
  | {
      readonly kind: 'called';
      readonly body: string;
      readonly positional: readonly Told[];
      readonly keywords: Readonly<Record<string, Told>>;
    }
  /** A loop is asked to run on, and has nothing ready and no timer. */
  | { readonly kind: 'stuck' }
);

export type Done = { readonly type: 'done'; readonly id: string } & (
  | { readonly result: 'ok'; readonly end: End; readonly notes: readonly Note[] }
  | { readonly result: 'unsupported'; readonly capability: Capability }
  | { readonly result: 'adapter-error'; readonly message: string }
  | { readonly result: 'budget'; readonly budget: 'loop steps' | 'virtual seconds' }
  /** The implementation is a process of the adapter's own, and that died, or was ended as it hung. */
  | { readonly result: 'crash'; readonly how: string }
  | { readonly result: 'hang' }
  /** Puppet mode: it was told to stop. */
  | { readonly result: 'stopped' }
);

/** What the runner says. */
export type Request = Hello | RunRequest | Do;

export interface Hello {
  readonly type: 'hello';
  readonly versions: readonly number[];
  readonly nonce: string;
  readonly limits: { readonly lineCharacters: number; readonly runCharacters: number; readonly startMilliseconds: number };
}

export type RunRequest = { readonly type: 'run'; readonly id: string; readonly budget: Budget; readonly notes: boolean } & RunContent;

/** What of a run depends on the mode. */
export type RunContent =
  | { readonly mode: 'program'; readonly program: Program }
  | { readonly mode: 'program'; readonly python: PythonProgram }
  | { readonly mode: 'puppet'; readonly exceptions: Program['exceptions'] };

/** Puppet mode: the answer to an ask. */
export type Do = { readonly type: 'do'; readonly id: string; readonly frame: number } & Verb;

/** A value as the runner names it to the adapter. */
export type Named =
  | Constant
  | { readonly ref: number }
  | { readonly word: string }
  | { readonly exception: string }
  | { readonly body: string }
  /** A new list. */
  | { readonly list: readonly Named[] }
  /** An attribute of something. */
  | { readonly member: string; readonly of: Named }
  /** What a call gives. The callee is worked out first, then the arguments, from left to right. */
  | { readonly call: Named; readonly positional: readonly Named[]; readonly keywords: Readonly<Record<string, Named>> }
  /** A new coroutine object, which will ask as the frame of this number. */
  | { readonly coroutine: string; readonly runs: number };

export type Verb =
  | { readonly verb: 'tell'; readonly of: Named }
  | { readonly verb: 'await'; readonly of: Named }
  | { readonly verb: 'return'; readonly value: Named }
  | { readonly verb: 'raise'; readonly error: Named }
  | { readonly verb: 'stop' };

export const verbs = ['tell', 'await', 'return', 'raise', 'stop'] as const satisfies readonly Verb['verb'][];
