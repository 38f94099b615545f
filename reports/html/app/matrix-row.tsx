// The only place for a row of the matrix: drawn anew only where something of it changed.

import { Component } from 'preact';
import type { JSX } from 'preact';
import { count } from './count.ts';
import { markOfRank, outcomeAt } from './index-of.ts';
import type { Index } from './index-of.ts';
import { levelOf } from './keys.ts';
import { looks } from './marks.ts';
import { className, Level } from './sign.tsx';
import type { Row } from './rows.ts';

interface Properties {
  readonly row: Row;
  readonly number: number;
  readonly columns: readonly number[];
  /** The column that has the focus, or -1. */
  readonly spot: number;
  readonly link: string;
  readonly index: Index;
}

export class MatrixRow extends Component<Properties> {
  override shouldComponentUpdate({ row, number, columns, spot, link }: Properties): boolean {
    const before = this.props;
    return before.number !== number || before.spot !== spot || before.link !== link || !isSame(before.row, row)
      || before.columns.length !== columns.length || columns.some((column, place) => column !== before.columns[place]);
  }

  override render({ row, number, columns, spot, link, index }: Properties): JSX.Element {
    return (
      <div
        class={`line ${row.kind}`} role="row" data-row={number} aria-rowindex={number + 2} aria-level={levelOf(row)}
        aria-expanded={row.kind === 'scenario' ? undefined : row.open} style={{ top: `calc(${number} * var(--row))` }}
      >
        <div class="first" role="rowheader" aria-colindex={1} data-column={0} tabIndex={spot === 0 ? 0 : -1}>{head(row, link)}</div>
        {columns.map((column, place) => {
          const mark = markOfRank(row.ranks[column] ?? -1);
          const outcome = row.kind === 'scenario' ? outcomeAt(index.data, column, row.entry.number) : null;
          const looked = mark === null ? null : looks[mark];
          return (
            <div
              key={column} class={mark === null ? 'cell' : `cell ${className(mark)}`} role="gridcell" aria-colindex={place + 2} data-column={place + 1} tabIndex={spot === place + 1 ? 0 : -1}
              aria-label={`${looked?.meaning ?? 'nothing checks it'}${outcome?.flaky === true ? ', flaky' : ''}`}
            >
              {looked?.sign ?? ''}{outcome?.flaky === true && <sup>~</sup>}
            </div>
          );
        })}
      </div>
    );
  }
}

function head(row: Row, link: string): JSX.Element {
  switch (row.kind) {
    case 'member':
      return <><span class="twist" aria-hidden="true" /><b>{row.member.name}</b><span class="faint">{count(row.clauses, 'clause')}, {count(row.scenarios, 'scenario')}</span></>;
    case 'clause': {
      const { clause } = row.entry;
      return (
        <>
          <span class="twist" aria-hidden="true" />
          <a href={link} tabIndex={-1} title={clause.text}>{clause.id.replace(/^task\.[a-z_]+\./u, '')}</a>
          <Level level={clause.level} /><span class="faint">{clause.text}</span>
        </>
      );
    }
    case 'scenario':
      return <><a href={link} tabIndex={-1} title={row.entry.scenario.title}>{row.entry.scenario.id}</a><span class="faint">{row.entry.scenario.title}</span></>;
  }
}

/** What stands in a row follows from its key, but for what is folded and counted. */
function isSame(one: Row, other: Row): boolean {
  if (one.key !== other.key || one.open !== other.open) return false;
  return one.kind !== 'member' || other.kind !== 'member' || (one.clauses === other.clauses && one.scenarios === other.scenarios);
}
