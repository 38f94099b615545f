// The only place for `taskspec list`.

import { clauseTable, scenarioTable } from '../../../reports/listing.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { scenariosOf, selectionOf, selectionOptions, specOption } from '../selection-options.ts';
import { openSpec } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';

export const listCommand: Command = {
  name: 'list',
  operands: '',
  about: 'Lists the scenarios selected, all by default: id, level of the primary clause, title.',
  options: [
    ...selectionOptions,
    { name: 'clauses', value: null, help: 'list the clauses that these scenarios check, and how many check each' },
    { name: 'json', value: null, help: 'print JSON' },
    specOption,
  ],
  examples: ['taskspec list', 'taskspec list --member cancel', "taskspec list --clauses --filter 'get_stack/*'"],
  run: list,
};

async function list(call: Arguments, terminal: Terminal): Promise<number> {
  const spec = await openSpec(call.value('spec'));
  const scenarios = scenariosOf(spec, selectionOf(call));
  if (call.flag('clauses')) {
    const ids = new Set(scenarios.flatMap((scenario) => scenario.clauses));
    const clauses = spec.clauses.filter(({ id }) => ids.has(id));
    const rows = clauses.map((clause) => ({
      ...clause, scenarios: scenarios.filter((scenario) => scenario.clauses.includes(clause.id)).map(({ id }) => id),
    }));
    terminal.print(call.flag('json') ? `${JSON.stringify(rows, null, 2)}\n` : clauseTable(rows, terminal));
    return exitCodes.conforms;
  }
  const levels = new Map(spec.clauses.map(({ id, level }) => [id, level]));
  const rows = scenarios.map(({ id, title, file, clauses, capabilities }) => ({
    id, level: levels.get(clauses[0]) ?? 'may', title, file, clauses, capabilities,
  }));
  terminal.print(call.flag('json') ? `${JSON.stringify(rows, null, 2)}\n` : scenarioTable(rows, terminal));
  return exitCodes.conforms;
}
