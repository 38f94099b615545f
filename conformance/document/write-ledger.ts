// The only place that writes the ledger's file, always in the same form, so that a review sees what changed.

import type { Ledger, LedgerRow } from '../ledger.ts';

/** The file's text. A row that nobody has classified yet gets neither clauses nor a reason, which the loader tells. */
export function writeLedger(ledger: Ledger, document: string): string {
  const lines = [
    '# yaml-language-server: $schema=../schema/ledger.schema.json',
    '# Every sentence of the document in order: place, digest and sketch by `taskspec drift --update`, the class by hand.',
    `document: '${document}'`,
    'places:',
  ];
  let anchor = '';
  for (const row of ledger.rows) {
    if (row.place.anchor !== anchor) lines.push(...placeLines(row));
    anchor = row.place.anchor;
    lines.push(...rowLines(row));
  }
  return `${lines.join('\n')}\n`;
}

const placeLines = ({ place, byReference }: LedgerRow): readonly string[] => [
  `  - page: ${place.page}`,
  `    section: ${place.section}`,
  `    anchor: ${place.anchor}`,
  ...(byReference ? ['    by_reference: true'] : []),
  '    sentences:',
];

function rowLines({ id, kind, digest, sketch, standing, observed }: LedgerRow): readonly string[] {
  return [
    `      - id: ${id}`,
    `        kind: ${kind}`,
    ...(standing.kind === 'clause' ? listLines('clauses', standing.clauses) : [`        ${standing.kind}: ${JSON.stringify(standing.reason)}`]),
    ...listLines('observed', observed),
    `        digest: '${digest}'`,
    `        sketch: '${sketch.join(' ')}'`,
  ];
}

function listLines(key: string, ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [] : [`        ${key}:`, ...ids.map((id) => `          - ${id}`)];
}
