// The only place for the data of the explorer's page, as the report writes it and the page reads it. Every text in it is
// harmless already; numbers that name something are its place in the list of such things, -1 is none.

import type { Mark } from '../mark.ts';

export const explorerFormat = 1;

export interface ExplorerData {
  readonly format: typeof explorerFormat;
  readonly document: string;
  readonly digest: string;
  /** Versions of taskspec that judged. */
  readonly taskspec: readonly string[];
  readonly implementations: readonly ExplorerImplementation[];
  readonly clauses: readonly ExplorerClause[];
  /** Those that were selected. */
  readonly scenarios: readonly ExplorerScenario[];
  readonly outcomes: readonly ExplorerOutcome[];
  readonly stories: readonly Story[];
  /** For each implementation and scenario its outcome. */
  readonly cells: readonly (readonly number[])[];
  /** The sentences of the document; null where the specification keeps no ledger. */
  readonly sentences: readonly ExplorerSentence[] | null;
  /** What deliberately wrong Tasks do wrongly. */
  readonly wrong: readonly WrongTask[];
  /** Whether files, programs and runs of the reference came with the report. */
  readonly illustrated: boolean;
}

export interface ExplorerImplementation {
  /** As it was asked for; no two are alike. */
  readonly name: string;
  /** The name, or something shorter that tells as much. */
  readonly label: string;
  /** What it really is; null where it could not be started. */
  readonly is: string | null;
  readonly target: string | null;
  /** The target was asked for, and is not the one that it sets out to be. */
  readonly asked: boolean;
  readonly conclusion: string;
  /** Why a run without failures does not count all the same. */
  readonly unsettled: string | null;
  /** One number for each mark. */
  readonly counts: readonly number[];
  readonly flaky: number;
}

export interface ExplorerClause {
  readonly id: string;
  readonly member: string;
  readonly class: string;
  readonly level: string;
  readonly text: string;
  readonly sentences: readonly string[];
  readonly link: string;
  /** Which targets owe it, in words. */
  readonly owed: string;
  /** File and line. */
  readonly written: string;
  /** Wrong Tasks that break it, each with the scenarios that show it. */
  readonly proofs: readonly { readonly wrong: number; readonly scenarios: readonly string[] }[];
}

export interface ExplorerScenario {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  /** The first is the primary one. */
  readonly clauses: readonly number[];
  readonly prerequisites: readonly string[];
  /** Names of the outcomes that it allows, where there are several. */
  readonly variants: readonly string[];
  readonly yaml: string;
  readonly python: string;
  /** The story of the reference. */
  readonly reference: number;
}

/** What became of a scenario on an implementation. */
export interface ExplorerOutcome {
  readonly mark: Mark;
  /** The verdict as one line. */
  readonly text: string;
  /** The clause that it is told against. */
  readonly clause: number;
  readonly flaky: boolean;
  /** The scenario whose failure explains this one, or ''. */
  readonly echoOf: string;
  /** The outcome that fitted, or that was nearest. */
  readonly variant: string;
  readonly story: number;
}

/** What happened: the tasks over the cycles, and the steps. */
export interface Story {
  readonly verdict: string;
  readonly cycles: readonly number[];
  readonly lanes: readonly StoryLane[];
  readonly steps: readonly StoryStep[];
  /** The last lines of what it wrote besides. */
  readonly output: readonly string[];
  /** What was left out since it is too long. */
  readonly omitted: string;
}

export interface StoryLane {
  readonly task: string;
  readonly moments: readonly StoryMoment[];
  readonly stretches: readonly { readonly kind: 'ready' | 'running' | 'suspended'; readonly from: number; readonly to: number; readonly on: string }[];
}

export interface StoryMoment {
  readonly cycle: number;
  readonly kind: 'created' | 'resumed' | 'suspended' | 'requested' | 'delivered' | 'finished' | 'cancelled';
  readonly on: string;
}

export interface StoryStep {
  /** 0 is the program as a whole. */
  readonly line: number;
  readonly body: string;
  readonly text: string;
  readonly nth: number;
  readonly expected: string | null;
  readonly seen: string | null;
  readonly diverges: boolean;
}

export interface ExplorerSentence {
  readonly id: string;
  readonly member: string;
  /** Address in Python's documentation. */
  readonly link: string;
  readonly place: string;
  readonly byReference: boolean;
  readonly standing: 'clause' | 'informative' | 'untestable';
  /** Why it yields no clause, or ''. */
  readonly reason: string;
  readonly clauses: readonly number[];
  readonly observed: readonly number[];
  /** Of all its clauses the least. */
  readonly state: 'proven' | 'unproven' | 'unchecked' | null;
}

export interface WrongTask {
  readonly name: string;
  readonly says: string;
  readonly language: string;
}
