// The only place that reads the notes of a run: what became of each task, for the diagnosis.

import type { Note } from './trace.ts';

export interface TaskState {
  readonly task: string;
  /** What it was at last. */
  readonly state: string;
  /** All that happened to it, with the cycle of the loop in which it did. */
  readonly history: readonly { readonly cycle: number; readonly event: string }[];
}

/** The tasks in the order in which they first appear. */
export function taskStates(notes: readonly Note[]): readonly TaskState[] {
  const tasks = new Map<string, Note[]>();
  for (const note of notes) {
    const own = tasks.get(note.task);
    if (own === undefined) tasks.set(note.task, [note]);
    else own.push(note);
  }
  return [...tasks].map(([task, own]) => ({
    task, state: stateOf(own), history: own.map((note) => ({ cycle: note.cycle, event: eventOf(note) })),
  }));
}

/** A request that was not delivered yet is part of the state: that is where cancellation goes wrong. */
function stateOf(notes: readonly Note[]): string {
  const last = notes.findLast(({ kind }) => kind !== 'requested' && kind !== 'delivered');
  const state = last === undefined ? 'unknown' : stateAfter(last);
  if (last?.kind === 'done') return state;
  const request = notes.findLastIndex(({ kind }) => kind === 'requested');
  const delivery = notes.findLastIndex(({ kind }) => kind === 'delivered');
  return request > delivery ? `${state}, asked to cancel` : state;
}

function stateAfter(note: Note): string {
  switch (note.kind) {
    case 'created':
      return 'not started';
    case 'resumed':
    case 'requested':
    case 'delivered':
      return 'running';
    case 'suspended':
      return `waiting for ${note.on}`;
    case 'done':
      return note.how === 'cancelled' ? 'cancelled' : 'finished';
  }
}

function eventOf(note: Note): string {
  switch (note.kind) {
    case 'created':
      return 'created';
    case 'resumed':
      return 'runs';
    case 'suspended':
      return `waits for ${note.on}`;
    case 'requested':
      return 'cancel() requested';
    case 'delivered':
      return 'CancelledError delivered';
    case 'done':
      return note.how === 'cancelled' ? 'done, cancelled' : 'done';
  }
}
