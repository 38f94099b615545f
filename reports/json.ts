// The only place for the report that is one JSON document: what the console tells, as data. Its shape is schema/json.schema.json.

import type { ImplementationOverview } from '../conformance/overview.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';

/** Grows when a field changes its meaning or goes away; new fields may come at any time. */
const format = 1;

export const jsonReporter: Reporter = ({ overview: { document, digest, implementations, rows } }) =>
  `${jsonText({ format, document, specification: digest, implementations: implementations.map(told), rows }, 2)}\n`;

/** Without what names the machine: two reports of one behaviour are the same bytes. */
function told({ description, ...rest }: ImplementationOverview): Readonly<Record<string, unknown>> {
  return { ...rest, description: described(description) };
}

function described(description: ImplementationOverview['description']): Readonly<Record<string, unknown>> | null {
  if (description === null) return null;
  const { environment: _, ...same } = description;
  return same;
}
