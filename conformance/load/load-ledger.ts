// The only place that reads the ledger, and holds it against the clauses: each names the other, or there is a mistake.

import { pieceKinds } from '../document/page.ts';
import type { Ledger, LedgerRow, Place, Standing } from '../ledger.ts';
import { members, type Clause } from '../spec.ts';
import { checkSchema } from './check-schema.ts';
import { Mistakes, type Mistake } from './mistake.ts';
import { nearest } from './nearest.ts';
import { readText } from './read-file.ts';
import { entry, itemsOf, parseTree, textOf, type Tree } from './yaml-tree.ts';

export interface LoadedLedger {
  readonly ledger: Ledger;
  readonly mistakes: readonly Mistake[];
}

export const noLedger: Ledger = { rows: [] };

/** `clauses` null checks no names: some clauses could not be read. `file` is the name that messages give. */
export function loadLedger(path: string, file: string, clauses: ReadonlyMap<string, Clause> | null): LoadedLedger {
  const read = readText(path, file);
  if (read.kind === 'mistake') return { ledger: noLedger, mistakes: read.mistakes };
  const mistakes = new Mistakes(file, read.text);
  const root = parseTree(read.text, mistakes);
  if (root === null || !checkSchema('ledger', root, mistakes)) return { ledger: noLedger, mistakes: mistakes.found };
  const rows = itemsOf(entry(root, 'places')?.value).flatMap((tree) => readPlace(tree, mistakes));
  checkIds(rows, mistakes);
  if (clauses !== null) {
    for (const row of rows) checkRow(row, clauses, mistakes);
    checkClauses(rows, clauses, entry(root, 'places')?.at ?? root.at, mistakes);
  }
  return { ledger: { rows: rows.map(({ row }) => row) }, mistakes: mistakes.found };
}

interface ReadRow {
  readonly row: LedgerRow;
  readonly tree: Tree;
}

const text = (tree: Tree, key: string): string => textOf(entry(tree, key)?.value);
const texts = (tree: Tree, key: string): readonly string[] => itemsOf(entry(tree, key)?.value).map(textOf);

function readPlace(tree: Tree, mistakes: Mistakes): readonly ReadRow[] {
  const place: Place = { page: text(tree, 'page'), section: text(tree, 'section'), anchor: text(tree, 'anchor') };
  const byReference = text(tree, 'by_reference') === 'true';
  return itemsOf(entry(tree, 'sentences')?.value).map((sentence) => {
    const id = text(sentence, 'id');
    if (/\.r\d+$/u.test(id) !== byReference) {
      mistakes.add('sentence-id', entry(sentence, 'id')?.value.at ?? sentence.at,
        byReference ? `'${id}' stands outside the Task section` : `'${id}' stands in the Task section`,
        byReference ? 'Write an r before its number.' : 'Write its number without an r, or add `by_reference: true` to its place.');
    }
    const row: LedgerRow = {
      id, place, byReference,
      kind: pieceKinds.find((kind) => kind === text(sentence, 'kind')) ?? 'sentence',
      digest: text(sentence, 'digest'), sketch: text(sentence, 'sketch').split(' '),
      standing: readStanding(sentence, id, mistakes), observed: texts(sentence, 'observed'),
    };
    return { row, tree: sentence };
  });
}

function readStanding(sentence: Tree, id: string, mistakes: Mistakes): Standing {
  const given = (['clauses', 'informative', 'untestable'] as const).filter((key) => entry(sentence, key) !== undefined);
  if (given.length !== 1) {
    mistakes.add('unclassified-sentence', entry(sentence, 'id')?.value.at ?? sentence.at,
      given.length === 0 ? `nothing says what '${id}' is` : `'${id}' is said to be several things: ${given.join(' and ')}`,
      'Give it either `clauses`, or a reason under `informative` or `untestable`.');
  }
  const [kind] = given;
  if (kind === 'informative' || kind === 'untestable') return { kind, reason: text(sentence, kind).trim().replace(/\s+/gu, ' ') };
  return { kind: 'clause', clauses: texts(sentence, 'clauses') };
}

function checkIds(rows: readonly ReadRow[], mistakes: Mistakes): void {
  const seen = new Set<string>();
  for (const { row: { id }, tree } of rows) {
    const at = entry(tree, 'id')?.value.at ?? tree.at;
    if (!members.some((member) => id.startsWith(`${member}.`))) {
      mistakes.add('sentence-id', at, `'${id}' belongs to no member`, `Its id begins with one of ${members.join(', ')}.`);
    }
    if (seen.has(id)) mistakes.add('sentence-id', at, `'${id}' is there twice`, 'Give each sentence an id of its own.');
    seen.add(id);
  }
}

/** Every clause that a row names exists, is of the right kind, and names the sentence. */
function checkRow({ row, tree }: ReadRow, clauses: ReadonlyMap<string, Clause>, mistakes: Mistakes): void {
  for (const key of ['clauses', 'observed'] as const) {
    for (const item of itemsOf(entry(tree, key)?.value)) {
      const id = textOf(item);
      const clause = clauses.get(id);
      if (clause === undefined) {
        const meant = nearest(id, clauses.keys());
        mistakes.add('unknown-clause', item.at, `there is no clause '${id}'`,
          meant === undefined ? 'Write it in spec/clauses first, or remove it here.' : `Did you mean '${meant}'?`);
      } else if ((clause.level === 'observed') !== (key === 'observed')) {
        mistakes.add('clause-of-other-kind', item.at,
          key === 'observed' ? `the document speaks in '${id}'` : `the document is silent about '${id}'`,
          key === 'observed' ? 'It belongs under `clauses`.' : 'It belongs under `observed`.');
      } else if (!clause.sentences.includes(row.id)) {
        mistakes.add('clause-without-row', item.at, `'${id}' does not name '${row.id}'`, `Add it to the clause's \`sentences\` in ${clause.file}, or remove the clause here.`);
      }
    }
  }
}

/** Every sentence that a clause names has a row, which names the clause. */
function checkClauses(rows: readonly ReadRow[], clauses: ReadonlyMap<string, Clause>, top: Tree['at'], mistakes: Mistakes): void {
  const byId = new Map(rows.map((read) => [read.row.id, read]));
  for (const clause of clauses.values()) {
    for (const sentence of clause.sentences) {
      const read = byId.get(sentence);
      const key = clause.level === 'observed' ? 'observed' : 'clauses';
      if (read === undefined) {
        const meant = nearest(sentence, byId.keys());
        mistakes.add('clause-without-row', top, `'${clause.id}' rests on '${sentence}', which has no row (${clause.file}:${clause.line})`,
          meant === undefined ? 'Mend the sentence ids of the clause.' : `Did you mean '${meant}'?`);
      } else if (![...texts(read.tree, 'clauses'), ...texts(read.tree, 'observed')].includes(clause.id)) {
        mistakes.add('clause-without-row', entry(read.tree, 'id')?.value.at ?? read.tree.at,
          `'${sentence}' does not name '${clause.id}', which rests on it (${clause.file}:${clause.line})`, `Add it under \`${key}\`.`);
      }
    }
  }
}
