// The only place for the view of one clause: its words and its place, what checks it, who violates it, what proves it.

import type { JSX } from 'preact';
import { linkTo } from './address.ts';
import type { Address } from './address.ts';
import { count } from './count.ts';
import { markOfRank, outcomeAt } from './index-of.ts';
import type { ClauseEntry, Index } from './index-of.ts';
import { looks } from './marks.ts';
import { Missing } from './missing.tsx';
import { Level, Sign } from './sign.tsx';
import type { ViewProperties } from './view-properties.ts';

/** One would do; the others are for whoever wants to know. */
const fewProofs = 4;

export function ClauseView({ index, address, id }: ViewProperties & { readonly id: string }): JSX.Element {
  const { data } = index;
  const entry = index.clauses[index.clauseNumbers.get(id) ?? -1];
  if (entry === undefined) return <Missing what={`the clause ${id}`} address={address} />;
  const { clause, scenarios } = entry;
  return (
    <article class="detail clause-detail">
      <p class="trail"><a href={linkTo(address, { kind: 'matrix' })}>Matrix</a> <span aria-hidden="true">›</span> {clause.member} <span aria-hidden="true">›</span> <code>{id}</code></p>
      <h1 tabIndex={-1}><Level level={clause.level} /> {clause.text}</h1>
      <dl class="facts">
        <dt>Document</dt>
        <dd>{clause.link === '' ? 'no address' : <a href={clause.link} rel="noreferrer">{clause.link.replace(/^https:\/\//u, '')}</a>} <Sentences index={index} entry={entry} address={address} /></dd>
        <dt>Level</dt><dd>{meaningOf(clause.level)}</dd>
        <dt>Class</dt><dd>{clause.class}</dd>
        <dt>Owed</dt><dd>{clause.owed === 'always' ? 'by every Python from 3.7 on' : clause.owed}</dd>
        <dt>Written in</dt><dd><code>{clause.written}</code></dd>
      </dl>
      <section aria-labelledby="who">
        <h2 id="who">Who keeps it</h2>
        <Violators index={index} entry={entry} address={address} />
      </section>
      <section aria-labelledby="checks">
        <h2 id="checks">What checks it</h2>
        {scenarios.length === 0 ? <p class="note">No scenario of this report checks it.</p> : (
          <div class="wide" role="region" tabIndex={0} aria-label="Scenarios by implementations">
            <table class="plain-table checks">
              <thead><tr><th scope="col">scenario</th>{data.implementations.map(({ name, label }) => <th key={name} scope="col" class="column" title={name}><span class="label">{label}</span></th>)}</tr></thead>
              <tbody>
                {scenarios.map(({ number, scenario, ranks }) => (
                  <tr key={scenario.id}>
                    <th scope="row"><a href={linkTo(address, { kind: 'scenario', id: scenario.id })}>{scenario.id}</a>{scenario.clauses[0] !== entry.number && <span class="faint"> by the way</span>}<br /><span class="faint">{scenario.title}</span></th>
                    {data.implementations.map(({ name }, place) => (
                      <td key={name} class={name === address.on ? 'looked-at' : ''} title={`${name}: ${outcomeAt(data, place, number)?.text ?? 'not run'}`}>
                        <a class="result" aria-label={`${name}: ${looks[markOfRank(ranks[place] ?? -1) ?? 'not run'].meaning}`} href={linkTo(address, { kind: 'scenario', id: scenario.id }, name)}><Sign mark={markOfRank(ranks[place] ?? -1) ?? 'not run'} quiet /></a>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      {data.wrong.length > 0 && (
        <section aria-labelledby="proofs">
          <h2 id="proofs">What proves it <span class="faint">{clause.proofs.length === 0 ? '' : count(clause.proofs.length, 'wrong Task')}</span></h2>
          <Proofs index={index} entry={entry} address={address} />
        </section>
      )}
    </article>
  );
}

interface Part {
  readonly index: Index;
  readonly entry: ClauseEntry;
  readonly address: Address;
}

function Sentences({ index: { data }, entry: { clause }, address }: Part): JSX.Element {
  return (
    <span class="sentences">{clause.level === 'observed' ? 'silent in ' : 'sentence '}{clause.sentences.map((id) => {
      const sentence = data.sentences?.find((one) => one.id === id);
      return <span key={id}>{sentence === undefined ? <code>{id}</code> : <a href={linkTo(address, { kind: 'coverage' }, id)}><code>{id}</code></a>} </span>;
    })}</span>
  );
}

function Proofs({ index: { data }, entry: { clause, scenarios }, address }: Part): JSX.Element {
  if (clause.proofs.length === 0) return <p class="note">{scenarios.length === 0 ? 'Nothing checks it.' : 'Not yet: no wrong Task that breaks it is caught by a check of it.'}</p>;
  const items = clause.proofs.map(({ wrong, scenarios: caught }) => {
    const task = data.wrong[wrong];
    return task === undefined ? null : (
      <li key={task.name}><code>{task.name}</code> ({task.language}): {task.says} <span class="faint">Caught by {caught.map((id) => <><a href={linkTo(address, { kind: 'scenario', id })}>{id}</a> </>)}</span></li>
    );
  });
  return (
    <>
      <p class="note">Each of these Tasks is wrong on purpose, and is caught by a check of this clause: so the check can fail.</p>
      <ul class="proofs">{items.slice(0, fewProofs)}</ul>
      {items.length > fewProofs && <details class="more"><summary>{count(items.length - fewProofs, 'more wrong Task')}</summary><ul class="proofs">{items.slice(fewProofs)}</ul></details>}
    </>
  );
}

function Violators({ index: { data }, entry, address }: Part): JSX.Element {
  const groups = new Map<number, string[]>();
  for (const [place, { name }] of data.implementations.entries()) groups.set(entry.ranks[place] ?? -1, [...(groups.get(entry.ranks[place] ?? -1) ?? []), name]);
  const first = entry.scenarios[0]?.scenario.id;
  return (
    <ul class="groups">
      {[...groups].sort(([one], [other]) => other - one).map(([rank, names]) => {
        const mark = markOfRank(rank);
        return (
          <li key={rank}>
            {mark === null ? <span /> : <Sign mark={mark} />}
            <div>
              <p>{mark === null ? 'nothing checks it' : looks[mark].meaning}</p>
              <p class="chips">{names.map((name) => (
                <a key={name} class="chip" aria-current={name === address.on ? 'true' : undefined} href={first === undefined ? linkTo(address, { kind: 'implementations' }) : linkTo(address, { kind: 'scenario', id: worstOf(entry, data.implementations.findIndex((one) => one.name === name)) ?? first }, name)}>{name}</a>
              ))}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Of a clause's scenarios the one that a reader wants to see first. */
function worstOf({ scenarios, ranks }: ClauseEntry, implementation: number): string | null {
  return scenarios.find((one) => one.ranks[implementation] === ranks[implementation])?.scenario.id ?? null;
}

function meaningOf(level: string): string {
  switch (level) {
    case 'must':
      return 'must: whoever does otherwise does not conform';
    case 'should':
      return 'should: whoever does otherwise is warned of';
    case 'may':
      return 'may: the document allows it; a difference is told and fails nothing';
    case 'observed':
      return 'observed: the document is silent, this is what CPython does; a difference fails nothing';
    case 'contested':
      return 'contested: the words and CPython part ways; each outcome has a name';
    default:
      return level;
  }
}
