// The only place for the shape of a compiled specification: clauses and scenarios, with their places in the files.

import type { Capability } from './capabilities.ts';
import type { Expectation } from './expectation.ts';
import type { Ledger } from './ledger.ts';
import type { Program } from './program.ts';
import type { Proofs } from './proofs.ts';

/** Profiles of the document that an implementation can claim one by one. */
export const classes = ['core', 'cancellation', 'callbacks', 'context', 'stacks', 'registry', 'python-syntax'] as const;
export type Class = (typeof classes)[number];

/** Where a promise comes from: the document, a page that it refers to, CPython where the document is silent, or a place where the two part. */
export const tags = ['D', 'R', 'O', 'X'] as const;
export type Tag = (typeof tags)[number];

/** How strongly a clause binds; it follows from the clause's tag and from what its words say. */
export type Level = 'must' | 'should' | 'may' | 'observed' | 'contested';

/** The document's sections about Task: its members, and the class itself. */
export const members = [
  'class', 'cancel', 'cancelled', 'done', 'result', 'exception', 'add_done_callback', 'remove_done_callback',
  'get_stack', 'print_stack', 'all_tasks', 'current_task',
] as const;
export type Member = (typeof members)[number];

export interface Clause {
  /** Stable, never reused. */
  readonly id: string;
  readonly member: Member;
  readonly class: Class;
  readonly level: Level;
  /** The statement in our own words. */
  readonly text: string;
  /** Ids of the document's sentences that say it, `cancel.2`; those with an `r` stand on a page that this one refers to. */
  readonly sentences: readonly string[];
  /** Address of the place in the document. */
  readonly link: string;
  /** First and last (exclusive) target that owes it, such as `3.8`; null is open. */
  readonly since: string | null;
  readonly until: string | null;
  readonly file: string;
  readonly line: number;
}

/** Where a step stands, and how it reads there. */
export interface StepPlace {
  readonly id: number;
  readonly line: number;
  readonly column: number;
  /** The body's name, or `drive`. */
  readonly body: string;
  /** The step as a reader knows it: `check: t.cancel()`. */
  readonly text: string;
  /** What the file expects there, as it is written, or null. */
  readonly expects: string | null;
}

export interface Scenario {
  /** Its path below spec/scenarios without the ending; unique, and a name in every report. */
  readonly id: string;
  /** Path as the user knows it, for messages. */
  readonly file: string;
  /** Digest of all that decides its verdict: program, expectation, clauses. */
  readonly digest: string;
  readonly title: string;
  /** Clause ids; the first is the primary one. */
  readonly clauses: readonly [string, ...string[]];
  /** Scenarios whose failure explains a failure of this one. */
  readonly prerequisites: readonly string[];
  /** Derived from the words used. */
  readonly capabilities: readonly Capability[];
  readonly program: Program;
  readonly expectation: Expectation;
  readonly places: readonly StepPlace[];
}

export interface Spec {
  /** The page whose words are judged. */
  readonly document: '3.7';
  /** Digest of all clauses and scenarios. */
  readonly digest: string;
  readonly clauses: readonly Clause[];
  readonly scenarios: readonly Scenario[];
  /** Every sentence of the document; without rows where a specification keeps none. */
  readonly ledger: Ledger;
  /** What the deliberately wrong Tasks prove. */
  readonly proofs: Proofs;
}
