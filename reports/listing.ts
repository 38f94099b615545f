// The only place that prints lists of scenarios and clauses.

import type { Level } from '../conformance/spec.ts';
import { count } from './count.ts';
import { paint } from './paint.ts';
import { table } from './table.ts';
import { clip, visible } from './visible.ts';

interface Look {
  readonly colours: boolean;
  readonly width: number;
}

export interface ScenarioRow {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
}

export interface ClauseRow {
  readonly id: string;
  readonly level: Level;
  readonly text: string;
  readonly scenarios: readonly string[];
}

const left = { align: 'left' } as const;
const right = { align: 'right' } as const;

export function scenarioTable(rows: readonly ScenarioRow[], { colours, width }: Look): string {
  const { strong, faint } = paint(colours);
  const room = width - longest(rows.map(({ id }) => id)) - longest(rows.map(({ level }) => level)) - 4;
  const cells = rows.map(({ id, level, title }) => [
    { text: visible(id), colour: strong }, { text: level, colour: faint }, { text: clip(visible(title), Math.max(20, room)) },
  ]);
  return `${[...table(cells, [left, left, left]), '', count(rows.length, 'scenario')].join('\n')}\n`;
}

export function clauseTable(rows: readonly ClauseRow[], { colours, width }: Look): string {
  const { strong, faint } = paint(colours);
  const room = width - longest(rows.map(({ id }) => id)) - longest(rows.map(({ level }) => level)) - 9;
  const cells = rows.map(({ id, level, text, scenarios }) => [
    { text: visible(id), colour: strong }, { text: level, colour: faint }, { text: String(scenarios.length) },
    { text: clip(visible(text), Math.max(20, room)) },
  ]);
  return `${[...table(cells, [left, left, right, left]), '', count(rows.length, 'clause')].join('\n')}\n`;
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}


export interface ImplementationRow {
  /** As `taskspec run` takes it. */
  readonly name: string;
  readonly found: boolean;
  readonly what: string;
  /** What would install it, or null. */
  readonly hint: string | null;
}

export function implementationTable(rows: readonly ImplementationRow[], { colours }: Look): string {
  const { strong, faint, warning } = paint(colours);
  const cells = rows.map(({ name, found, what, hint }) => [
    { text: visible(name), colour: found ? strong : faint },
    { text: visible(what), colour: found ? (text: string): string => text : warning },
    { text: hint === null ? '' : visible(hint), colour: faint },
  ]);
  return `${table(cells, [left, left, left]).join('\n')}\n`;
}
