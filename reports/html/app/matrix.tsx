// The only place for the matrix: a tree of members, clauses and scenarios beside the implementations. However long it is,
// only what is in sight is there, and the rows say at which place they stand.

import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { linkTo } from './address.ts';
import type { Address } from './address.ts';
import { outcomeAt } from './index-of.ts';
import type { Index } from './index-of.ts';
import { moved } from './keys.ts';
import type { Spot } from './keys.ts';
import { MatrixRow } from './matrix-row.tsx';
import { looks, markAt } from './marks.ts';
import { folded } from './rows.ts';
import type { Row, Shown } from './rows.ts';
import { Sign } from './sign.tsx';
import { conclusions } from './words.ts';
import { useWindow } from './use-window.ts';
import type { ViewProperties } from './view-properties.ts';

/** Pixels; the style says the same. */
const height = 32;

export function Matrix({ index, address, go, shown, printing }: ViewProperties & { readonly shown: Shown; readonly printing: boolean }): JSX.Element {
  const { rows, columns } = shown;
  const { data } = index;
  const [scroller, part] = useWindow(rows.length, height);
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0 });
  const grid = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  const at = Math.min(spot.row, rows.length - 1);

  // A key that leads to a row out of sight brings it into sight before it takes the focus.
  useLayoutEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    const element = grid.current?.querySelector<HTMLElement>(`[data-row="${at}"] > [data-column="${spot.column}"]`);
    element?.focus({ preventScroll: true });
    if (element != null && spot.column > 0) element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const moveTo = (next: Spot): void => {
    follow.current = true;
    const element = scroller.current;
    if (element !== null) {
      const head = element.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
      const room = element.clientHeight - head;
      const top = next.row * height;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + height > element.scrollTop + room) element.scrollTop = top + height - room;
    }
    setSpot(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (row === undefined || event.ctrlKey && event.key !== 'Home' && event.key !== 'End' || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (event.key === ' ' || row.kind === 'member') go(folded(address, row, !row.open));
      else location.hash = cellLink(index, address, row, columns[spot.column - 1]);
      return;
    }
    const move = moved(event, { row: at, column: spot.column }, rows, columns.length, Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 4));
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'fold') go(folded(address, row, move.open));
    else moveTo(move.to);
  };

  /** Where somebody points, not at each of thousands beforehand. */
  const onMouseOver = (event: MouseEvent): void => {
    const found = placeOf(event.target);
    const row = rows[found?.row ?? -1];
    if (found === null || row === undefined || found.column === 0 || found.element.title !== '') return;
    const column = columns[found.column - 1];
    if (column !== undefined) found.element.title = tip(index, row, column);
  };

  const onClick = (event: MouseEvent): void => {
    const found = placeOf(event.target);
    const row = rows[found?.row ?? -1];
    if (found === null || row === undefined) return;
    setSpot({ row: found.row, column: found.column });
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    if (row.kind === 'member' || (event.target instanceof Element && event.target.closest('.twist') !== null)) go(folded(address, row, !row.open));
    else if (found.column > 0) location.hash = cellLink(index, address, row, columns[found.column - 1]);
    else if (row.kind === 'clause') go(folded(address, row, !row.open));
  };

  const sight = printing ? rows.map((_, number) => number) : inSight(part.first, part.last, at);
  return (
    <div class="scroller" ref={scroller} style={{ '--columns': columns.length }}>
      <div
        class="grid" role="treegrid" aria-label="Clauses by implementations" aria-rowcount={rows.length + 1} aria-colcount={columns.length + 1} ref={grid}
        onKeyDown={onKeyDown} onMouseOver={onMouseOver} onClick={onClick}
      >
        <div class="head" role="row" aria-rowindex={1}>
          <div class="first" role="columnheader" aria-colindex={1}>Clause</div>
          {columns.map((column, place) => {
            const one = data.implementations[column];
            if (one === undefined) return null;
            const [mark, words] = conclusions(one.conclusion);
            return (
              <div key={one.name} class="column" role="columnheader" aria-colindex={place + 2} title={`${one.name}\n${one.is ?? 'not started'}\n${words}`}>
                <span class="label">{one.label}</span><Sign mark={mark} quiet /><span class="unseen">, {words}</span>
              </div>
            );
          })}
        </div>
        <div class="body" role="rowgroup" style={{ height: `${rows.length * height}px` }}>
          {sight.map((number) => {
            const row = rows[number];
            return row === undefined ? null : (
              <MatrixRow key={row.key} row={row} number={number} columns={columns} spot={number === at ? spot.column : -1} link={rowLink(address, row)} index={index} />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && <p class="nothing">Nothing is left. Take one of the filters away.</p>}
    </div>
  );
}

/** The row with the focus stays, wherever one scrolls: what is taken away would lose it. */
function inSight(first: number, last: number, at: number): readonly number[] {
  const numbers = Array.from({ length: Math.max(0, last - first) }, (_, offset) => first + offset);
  if (at < 0 || (at >= first && at < last)) return numbers;
  return at < first ? [at, ...numbers] : [...numbers, at];
}

function placeOf(target: EventTarget | null): (Spot & { readonly element: HTMLElement }) | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement>('[data-column]');
  const row = element?.closest<HTMLElement>('[data-row]');
  if (element === null || row == null) return null;
  return { element, row: Number(row.dataset['row']), column: Number(element.dataset['column']) };
}

function rowLink(address: Address, row: Row): string {
  switch (row.kind) {
    case 'member':
      return '';
    case 'clause':
      return linkTo(address, { kind: 'clause', id: row.entry.clause.id });
    case 'scenario':
      return linkTo(address, { kind: 'scenario', id: row.entry.scenario.id });
  }
}

function cellLink({ data }: Index, address: Address, row: Row, column: number | undefined): string {
  const on = column === undefined ? '' : data.implementations[column]?.name ?? '';
  switch (row.kind) {
    case 'member':
      return linkTo(address, { kind: 'matrix' });
    case 'clause':
      return linkTo(address, { kind: 'clause', id: row.entry.clause.id }, on);
    case 'scenario':
      return linkTo(address, { kind: 'scenario', id: row.entry.scenario.id }, on);
  }
}

function tip({ data }: Index, row: Row, column: number): string {
  const name = data.implementations[column]?.name ?? '';
  const rank = row.ranks[column] ?? -1;
  if (rank < 0) return `${name}: nothing checks it`;
  const meaning = looks[markAt(rank)].meaning;
  return row.kind === 'scenario' ? `${name}: ${outcomeAt(data, column, row.entry.number)?.text ?? meaning}` : `${name}: ${meaning}`;
}
