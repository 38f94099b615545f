// The only place for the view of the coverage: the document sentence by sentence, or clause by clause where there is no ledger.

import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ExplorerData, ExplorerSentence } from '../explorer-data.ts';
import { linkTo } from './address.ts';
import type { Address } from './address.ts';
import { count } from './count.ts';
import type { Index, MemberEntry } from './index-of.ts';
import { Level } from './sign.tsx';
import type { ViewProperties } from './view-properties.ts';

export function CoverageView(properties: ViewProperties): JSX.Element {
  const { data } = properties.index;
  return data.sentences === null ? <ByClause {...properties} /> : <BySentence {...properties} sentences={data.sentences} />;
}

const states = {
  proven: ['●', 'proven: a wrong Task that breaks it is caught by a check of it'],
  unproven: ['◐', 'checked, not yet proven'],
  unchecked: ['○', 'not checked'],
} as const;

function State({ state }: { readonly state: keyof typeof states }): JSX.Element {
  const [sign, meaning] = states[state];
  return <span class={`state ${state}`} role="img" aria-label={meaning} title={meaning}>{sign}</span>;
}

function BySentence({ index, address, sentences }: ViewProperties & { readonly sentences: readonly ExplorerSentence[] }): JSX.Element {
  const { data } = index;
  const yielding = sentences.filter(({ standing }) => standing === 'clause');
  const tally = (state: ExplorerSentence['state']): number => yielding.filter((sentence) => sentence.state === state).length;
  const names = [...new Set(sentences.map(({ member }) => member))];
  const accounted = sentences.filter(({ standing, state }) => standing !== 'clause' || (state !== null && state !== 'unchecked')).length;
  return (
    <article class="detail whole">
      <h1 tabIndex={-1}>{accounted} of {count(sentences.length, 'sentence')} accounted for</h1>
      <p class="lead">
        {count(yielding.length, 'sentence')} yield clauses: <State state="proven" /> {tally('proven')} proven, <State state="unproven" /> {tally('unproven')} checked and not proven, <State state="unchecked" /> {tally('unchecked')} unchecked.
        {data.wrong.length === 0 && ' No proofs by wrong Tasks came with this specification.'}{' '}
        The others yield none: {sentences.filter(({ standing }) => standing === 'informative').length} promise nothing, {sentences.filter(({ standing }) => standing === 'untestable').length} cannot be seen by any program; each says why.
        The sentences themselves stand in Python’s documentation.
      </p>
      {names.map((name) => (
        <section key={name} aria-label={name}>
          <h2>{name} <span class="faint">{count(sentences.filter(({ member }) => member === name).length, 'sentence')}</span></h2>
          <ol class="sentences-list">
            {sentences.filter(({ member }) => member === name).map((sentence) => <Sentence key={sentence.id} sentence={sentence} data={data} address={address} />)}
          </ol>
        </section>
      ))}
    </article>
  );
}

function Sentence({ sentence, data, address }: { readonly sentence: ExplorerSentence; readonly data: ExplorerData; readonly address: Address }): JSX.Element {
  const list = (numbers: readonly number[]): readonly JSX.Element[] => numbers.flatMap((number) => {
    const clause = data.clauses[number];
    return clause === undefined ? [] : [<li key={clause.id}><Level level={clause.level} /> <span><a href={linkTo(address, { kind: 'clause', id: clause.id })}>{clause.id.replace(/^task\./u, '')}</a> <span class="faint">{clause.text}</span></span></li>];
  });
  const looked = sentence.id === address.on;
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (looked) row.current?.scrollIntoView({ block: 'center' });
  }, [looked]);
  return (
    <li ref={row} class={looked ? 'looked-at' : ''} aria-current={looked ? 'true' : undefined}>
      <p class="where">
        {sentence.state === null ? <span class="state none" aria-hidden="true">–</span> : <State state={sentence.state} />}
        <a href={sentence.link} rel="noreferrer" title={sentence.place}><code>{sentence.id}</code></a>
        {sentence.byReference && <span class="faint">by reference</span>}
      </p>
      <div>
        {sentence.standing !== 'clause' && <p><b>{sentence.standing}</b> <span class="faint">{sentence.reason}</span></p>}
        {sentence.clauses.length > 0 && <ul>{list(sentence.clauses)}</ul>}
        {sentence.observed.length > 0 && <><p class="faint">It is silent about what CPython does here:</p><ul>{list(sentence.observed)}</ul></>}
      </div>
    </li>
  );
}

function ByClause({ index, address }: { readonly index: Index; readonly address: Address }): JSX.Element {
  const checked = index.clauses.filter(({ scenarios }) => scenarios.length > 0).length;
  return (
    <article class="detail whole">
      <h1 tabIndex={-1}>{checked} of {count(index.clauses.length, 'clause')} checked</h1>
      <p class="lead">This specification keeps no ledger of the document’s sentences, so that the clauses are told by member.</p>
      {index.members.map((member) => <Member key={member.name} member={member} address={address} />)}
    </article>
  );
}

function Member({ member: { name, clauses }, address }: { readonly member: MemberEntry; readonly address: Address }): JSX.Element {
  return (
    <section aria-label={name}>
      <h2>{name} <span class="faint">{count(clauses.length, 'clause')}</span></h2>
      <ol class="sentences-list">
        {clauses.map(({ clause, scenarios }) => (
          <li key={clause.id}>
            <p class="where"><State state={scenarios.length === 0 ? 'unchecked' : 'unproven'} /><code>{clause.sentences.join(', ')}</code></p>
            <div><Level level={clause.level} /> <a href={linkTo(address, { kind: 'clause', id: clause.id })}>{clause.id}</a> <span class="faint">{clause.text} {count(scenarios.length, 'scenario')}.</span></div>
          </li>
        ))}
      </ol>
    </section>
  );
}
