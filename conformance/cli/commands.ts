// The only place that lists the commands. Each is loaded when it is called.

import type { Command } from './command.ts';

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

export const commands: readonly Entry[] = [
  {
    name: 'run', summary: 'judge implementations and say what they did wrong',
    load: async () => (await import('./commands/run.ts')).runCommand,
  },
  {
    name: 'gate', summary: 'compare an implementation with its baseline: red for a regression, and only then',
    load: async () => (await import('./commands/gate.ts')).gateCommand,
  },
  {
    name: 'check', summary: 'try an adapter: tell a mistake of its own from one of what it reaches',
    load: async () => (await import('./commands/check.ts')).checkCommand,
  },
  {
    name: 'merge', summary: 'join the results of the shards of a run',
    load: async () => (await import('./commands/merge.ts')).mergeCommand,
  },
  {
    name: 'report', summary: 'make reports of results that were kept',
    load: async () => (await import('./commands/report.ts')).reportCommand,
  },
  {
    name: 'observe', summary: 'show what every real implementation at hand does with a draft scenario',
    load: async () => (await import('./commands/observe.ts')).observeCommand,
  },
  {
    name: 'show', summary: 'print a scenario as YAML, as a Python program that runs by itself, or as data',
    load: async () => (await import('./commands/show.ts')).showCommand,
  },
  {
    name: 'explain', summary: 'say what a clause demands, where the document says so, and what tests it',
    load: async () => (await import('./commands/explain.ts')).explainCommand,
  },
  {
    name: 'list', summary: 'list scenarios or clauses',
    load: async () => (await import('./commands/list.ts')).listCommand,
  },
  {
    name: 'coverage', summary: 'say how much of the document the scenarios check, and how much of that is proven',
    load: async () => (await import('./commands/coverage.ts')).coverageCommand,
  },
  {
    name: 'drift', summary: 'say what another version of the document changes, and which clauses and scenarios that touches',
    load: async () => (await import('./commands/drift.ts')).driftCommand,
  },
  {
    name: 'init', summary: 'write a small adapter that runs at once, to put your Task into',
    load: async () => (await import('./commands/init.ts')).initCommand,
  },
  {
    name: 'implementations', summary: 'list the implementations found on this machine, and how to get the others',
    load: async () => (await import('./commands/implementations.ts')).implementationsCommand,
  },
  {
    name: 'lint', summary: 'find the mistakes in scenario and clause files',
    load: async () => (await import('./commands/lint.ts')).lintCommand,
  },
  {
    name: 'stamp', summary: 'judge every scenario on CPython 3.7.16 and keep the verdicts',
    load: async () => (await import('./commands/stamp.ts')).stampCommand,
  },
];
