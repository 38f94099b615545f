// The only place that explains the page to whoever was sent a link to it.

import type { JSX } from 'preact';
import { count } from './count.ts';
import { byRank, looks } from './marks.ts';
import { Sign } from './sign.tsx';
import type { ViewProperties } from './view-properties.ts';

const order = [...byRank].reverse();

export function AboutView({ index: { data } }: ViewProperties): JSX.Element {
  return (
    <article class="detail">
      <h1 tabIndex={-1}>How to read it</h1>
      <p class="lead">The documentation of <code>asyncio.Task</code> promises {count(data.clauses.length, 'thing')}: its clauses. {count(data.scenarios.length, 'scenario')}, small programs with expectations, check whether {count(data.implementations.length, 'implementation')} keep them.</p>
      <h2>Signs</h2>
      <dl class="facts signs">{order.map((mark) => <><dt><Sign mark={mark} quiet /></dt><dd>{looks[mark].meaning}</dd></>)}</dl>
      <p>A clause’s cell is the worst of its scenarios’ results there, and a member’s the worst of its clauses’. Only what passed whole is green: unsupported, not owed and not run have their own signs and totals. A scenario that goes wrong is held against the clause of its first divergence, and against no other. <sup>~</sup> marks a result that was another when it was run once more.</p>
      <h2>Keys</h2>
      <dl class="facts"><dt><kbd>↑ ↓ ← →</kbd></dt><dd>move in the matrix; in the first column <kbd>→</kbd> unfolds and <kbd>←</kbd> folds</dd><dt><kbd>Enter</kbd></dt><dd>opens the clause or the scenario</dd><dt><kbd>Space</kbd></dt><dd>folds and unfolds</dd><dt><kbd>Home End Page</kbd></dt><dd>to the ends of a row, and with <kbd>Ctrl</kbd> of the matrix</dd></dl>
      <h2>What is kept</h2>
      <p>Where a scenario did not pass, its steps and what became of its tasks are kept with the result, and drawn as a timeline. Of what passes nothing is kept: there the timeline is that of the reference, taken when this page was made. Tasks are drawn over the cycles of the event loop, and only cycles in which something happened to a task have a column.</p>
      <p>The address of this page holds the filters, what is unfolded, and what is looked at: a link shows what you saw. The page asks no server for anything.</p>
      <p class="faint">Document: Python {data.document}. Specification {data.digest}. Judged by taskspec {data.taskspec.join(', ')}.</p>
    </article>
  );
}
