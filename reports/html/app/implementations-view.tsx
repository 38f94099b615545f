// The only place for the view of the implementations: what each is, the last word on it, and every total.

import type { JSX } from 'preact';
import { linkTo } from './address.ts';
import { count } from './count.ts';
import { markNames } from '../../mark.ts';
import { looks } from './marks.ts';
import { className, Sign } from './sign.tsx';
import { conclusions } from './words.ts';
import type { ViewProperties } from './view-properties.ts';

export function ImplementationsView({ index: { data }, address }: ViewProperties): JSX.Element {
  const conforming = data.implementations.filter(({ conclusion }) => conclusion === 'conforms').length;
  const used = markNames.map((mark, place) => ({ mark, place })).filter(({ mark, place }) => mark === 'pass' || mark === 'fail' || data.implementations.some(({ counts }) => (counts[place] ?? 0) > 0));
  return (
    <article class="detail whole">
      <h1 tabIndex={-1}>{conforming} of {count(data.implementations.length, 'implementation')} conform</h1>
      <p class="lead">Judged by {count(data.scenarios.length, 'scenario')} of the specification <code>{data.digest.slice(0, 16)}</code>. What is unsupported, not owed or not run was not judged, and is never counted with what passed.</p>
      <div class="wide" role="region" tabIndex={0} aria-label="Totals of each implementation">
        <table class="plain-table totals">
          <thead>
            <tr><th scope="col">implementation</th><th scope="col">conclusion</th><th scope="col" class="is">is</th><th scope="col" class="target number" title="The Python version whose promises are owed">as Python</th><th scope="col" class="bar-head"><span class="unseen">share</span></th>{used.map(({ mark }) => <th key={mark} scope="col" class="number"><Sign mark={mark} quiet /> {looks[mark].counted}</th>)}</tr>
          </thead>
          <tbody>
            {data.implementations.map((one) => {
              const [mark, words] = conclusions(one.conclusion);
              return (
                <tr key={one.name}>
                  <th scope="row"><a title={one.is ?? undefined} href={linkTo({ ...address, implementations: [one.name] }, { kind: 'matrix' })}>{one.name}</a></th>
                  <td class="conclusion"><Sign mark={mark} quiet /> {words}{one.flaky > 0 && <span class="faint"> ({one.flaky} flaky)</span>}</td>
                  <td class="is">{one.is ?? 'not started'}{one.unsettled !== null && <><br /><span class="faint">{one.unsettled}</span></>}</td>
                  <td class="target number">{one.target ?? ''}{one.asked && <span class="faint"> asked for</span>}</td>
                  <td><span class="bar" aria-hidden="true">{markNames.map((each, place) => ((one.counts[place] ?? 0) > 0 ? <i key={each} class={className(each)} style={{ flexGrow: one.counts[place] ?? 0 }} /> : null))}</span></td>
                  {used.map(({ mark: each, place }) => <td key={each} class="number">{(one.counts[place] ?? 0) === 0 ? <span class="faint">0</span> : (one.counts[place] ?? 0).toLocaleString('en')}</td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </article>
  );
}
