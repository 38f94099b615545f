// The only place for `taskspec drift`: another version of the document, held against the ledger.

import { join } from 'node:path';
import { driftReport } from '../../../reports/drift.ts';
import { driftOf, hasNormative, type Drift } from '../../document/drift.ts';
import { nextLedger } from '../../document/next-ledger.ts';
import type { Page } from '../../document/page.ts';
import { touchedBy } from '../../document/touched.ts';
import { writeLedger } from '../../document/write-ledger.ts';
import type { Spec } from '../../spec.ts';
import type { Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { readPages } from '../document-pages.ts';
import { exitCodes } from '../exit-code.ts';
import { specOption } from '../selection-options.ts';
import { openSpec, specFolder } from '../spec-source.ts';
import type { Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { writeWhole } from '../write-whole.ts';

export const driftCommand: Command = {
  name: 'drift',
  operands: '<page> [page…]',
  about: `Reads another version of the page that defines asyncio.Task, as HTML, reStructuredText or plain text, and says of each sentence
of our ledger whether it is unchanged, reworded or gone, and which sentences are new; with the clauses and scenarios that rest on it.
What stands on other pages (Future's, say) is looked for in the further pages named, and in the asyncio pages beside the first one.
Exit code 0 where nothing normative changed, 1 where something did, 2 where there is no such page.`,
  options: [
    { name: 'json', value: null, help: 'print JSON' },
    { name: 'all', value: null, help: 'name the sentences that are unchanged, too' },
    { name: 'update', value: null, help: "write places, digests and sketches of this page into the specification's own ledger,\nand the clauses that name each sentence; what is new is to be classified by hand" },
    specOption,
  ],
  examples: ['taskspec drift /usr/share/doc/python3.11/html/library/asyncio-task.html', 'taskspec drift asyncio-task.rst asyncio-future.rst --json'],
  run: drift,
};

async function drift(call: Arguments, terminal: Terminal): Promise<number> {
  if (call.positionals.length === 0) throw new UserError('no page is named', 'Give asyncio-task.html, asyncio-task.rst or its plain text.');
  const pages = pagesOf(call.positionals);
  if (call.flag('update')) return update(call, pages, terminal);
  const spec = await openSpec(call.value('spec'));
  if (spec.ledger.rows.length === 0) throw new UserError('this specification has no ledger', `It is document/${spec.document}.yaml; taskspec drift --update makes one.`);
  const found = driftIn(spec, pages);
  const touched = touchedBy(found, spec);
  const changed = hasNormative(found);
  if (call.flag('json')) terminal.print(`${JSON.stringify(jsonOf(found, touched, changed, spec.document), null, 2)}\n`);
  else terminal.print(driftReport(found, touched, { colours: terminal.colours, width: terminal.width, all: call.flag('all'), document: spec.document }));
  return changed ? exitCodes.differs : exitCodes.conforms;
}

function driftIn(spec: Spec, pages: readonly Page[]): Drift {
  const found = driftOf(spec.ledger, pages);
  if (found === null) throw new Error('the pages were looked through for Task before');
  return found;
}

/** One of the pages named must define Task; that it lies beside them is not what was asked for. */
function pagesOf(files: readonly string[]): readonly Page[] {
  const { named, all } = readPages(files);
  if (named.some(({ parts }) => parts.some(({ anchor }) => anchor === 'asyncio.Task'))) return all;
  throw new UserError(`${files.join(' and ')} ${files.length === 1 ? 'does' : 'do'} not define asyncio.Task`,
    'The page was expected that has its class, asyncio-task.html or .rst; other pages may follow it.');
}

/** The mistakes that the ledger has until it is brought up to date are no reason not to do so. */
async function update(call: Arguments, pages: readonly Page[], terminal: Terminal): Promise<number> {
  const { loadSpec } = await import('../../load/load-spec.ts');
  const folder = specFolder(call.value('spec'));
  const { spec } = loadSpec(folder);
  const ledger = nextLedger(spec.ledger, pages, spec.clauses);
  if (ledger === null) throw new Error('the pages were looked through for Task before');
  const file = join(folder, 'document', `${spec.document}.yaml`);
  const problem = writeWhole(file, writeLedger(ledger, spec.document));
  if (problem !== null) throw new UserError(problem, 'The ledger belongs to the specification.');
  const open = ledger.rows.filter(({ standing }) => standing.kind === 'clause' && standing.clauses.length === 0);
  terminal.print(`${ledger.rows.length} sentences in ${file}\n`);
  if (open.length > 0) terminal.print(`to be classified: ${open.map(({ id }) => id).join(', ')}\n`);
  return exitCodes.conforms;
}

/** Sketches and digests of what is known are the ledger's business; what is told is what changed. */
function jsonOf(found: Drift, touched: ReturnType<typeof touchedBy>, normative: boolean, document: string): unknown {
  return {
    document, pages: found.pages, normative, totals: touched.totals,
    sentences: found.fates.map((fate) => ({
      id: fate.row.id, fate: fate.kind, anchor: fate.row.place.anchor, page: fate.row.place.page, standing: fate.row.standing.kind,
      ...(fate.kind === 'unseen' ? { why: fate.why } : {}),
      ...(fate.kind === 'reworded' ? { likeness: Math.round(fate.likeness * 100) / 100, text: fate.found.piece.text } : {}),
      ...(fate.kind === 'moved' ? { to: fate.found.part.anchor } : {}),
      ...(fate.kind === 'unchanged' ? {} : touched.of(fate.row)),
    })),
    new: found.additions,
    moved: found.moves,
  };
}
