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

