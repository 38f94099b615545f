// The only place for the view of one scenario: what it checks, what became of it where, what happened, and its texts.

import type { JSX } from 'preact';
import { linkTo } from './address.ts';
import type { Address } from './address.ts';
import type { ExplorerData, ExplorerOutcome, ExplorerScenario } from '../explorer-data.ts';
import { outcomeAt } from './index-of.ts';
import { rankOf } from './marks.ts';
import { Missing } from './missing.tsx';
import { Level, Sign } from './sign.tsx';
import { Source } from './source.tsx';
import { StoryView } from './story-view.tsx';
import type { ViewProperties } from './view-properties.ts';

interface Group {
  readonly outcome: ExplorerOutcome | null;
  readonly names: readonly string[];
}

export function ScenarioView({ index, address, id }: ViewProperties & { readonly id: string }): JSX.Element {
  const { data } = index;
  const number = index.scenarioNumbers.get(id);
  const scenario = data.scenarios[number ?? -1];
  if (number === undefined || scenario === undefined) return <Missing what={`the scenario ${id}`} address={address} />;
  const groups = groupsOf(data, number);
  const on = data.implementations.findIndex(({ name }) => name === address.on);
  const told = on >= 0 ? on : data.implementations.findIndex((_, place) => (outcomeAt(data, place, number)?.story ?? -1) >= 0);
  const outcome = told < 0 ? null : outcomeAt(data, told, number);
  const story = data.stories[outcome?.story ?? -1];
  const diverging = story?.steps.find(({ diverges }) => diverges)?.line ?? 0;
  const reference = data.stories[scenario.reference];
  return (
    <article class="detail">
      <p class="trail"><a href={linkTo(address, { kind: 'matrix' })}>Matrix</a> <span aria-hidden="true">›</span> <code>{id}</code></p>
      <h1 tabIndex={-1}>{scenario.title}</h1>
      <Clauses data={data} scenario={scenario} address={address} />
      <section aria-labelledby="results">
        <h2 id="results">Results</h2>
        <ul class="groups">
          {groups.map(({ outcome: shared, names }) => (
            <li key={names[0]}>
              <Sign mark={shared?.mark ?? 'not run'} />
              <div>
                <p>{shared?.text ?? 'not run'}{shared !== null && shared.flaky && <b> (flaky)</b>}</p>
                {shared !== null && shared.echoOf !== '' && <p class="faint">An echo: <a href={linkTo(address, { kind: 'scenario', id: shared.echoOf })}>{shared.echoOf}</a> failed, and explains it.</p>}
                {blamed(data, scenario, shared) && <p class="faint">Against <ClauseLink data={data} clause={shared?.clause ?? -1} address={address} /></p>}
                <p class="chips">{names.map((name) => (
                  <a key={name} class="chip" href={linkTo(address, { kind: 'scenario', id }, name)} aria-current={data.implementations[told]?.name === name ? 'true' : undefined}>{name}</a>
                ))}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="happened">
        <h2 id="happened">What happened</h2>
        {story !== undefined && told >= 0 && <StoryView story={story} on={data.implementations[told]?.name ?? ''} />}
        {story === undefined && on >= 0 && <p class="note">{whyNoStory(data.implementations[on]?.name ?? '', outcome)}</p>}
        {reference !== undefined && <StoryView story={reference} on="the reference" quiet={story !== undefined && story.lanes.length > 0} />}
        <p class="note">
          {reference === undefined ? 'This report was made without runs of the reference.' : 'The reference’s run was taken when this report was made.'} Of
          the others the steps and tasks are kept where a scenario did not pass, and nothing where it passed.
        </p>
      </section>
      {data.illustrated && (
        <>
          <div class="columns">
            <Source title="The scenario" name={scenario.file} language="yaml" text={scenario.yaml} marked={diverging} />
            <Source title="As Python" name="what runs on the Pythons" language="python" text={scenario.python} marked={0} />
          </div>
          <p class="note"><code>see</code>, <code>caught</code> and <code>log</code> tell the suite what a step showed. A program that needs nothing but <code>python3</code> and judges itself is printed by <code>taskspec show {id} --as python</code></p>
        </>
      )}
    </article>
  );
}

function Clauses({ data, scenario, address }: { readonly data: ExplorerData; readonly scenario: ExplorerScenario; readonly address: Address }): JSX.Element {
  return (
    <ul class="promises">
      {scenario.clauses.map((number, place) => {
        const clause = data.clauses[number];
        return clause === undefined ? null : (
          <li key={clause.id}><Level level={clause.level} /><p><a href={linkTo(address, { kind: 'clause', id: clause.id }, address.on)}>{clause.id}</a>{place > 0 && <span class="faint"> by the way</span>}<br />{clause.text}</p></li>
        );
      })}
      {scenario.variants.length > 0 && <li><span class="level">outcomes</span><p>Any one of these, as a whole: {scenario.variants.join(', ')}</p></li>}
      {scenario.prerequisites.length > 0 && <li><span class="level">needs</span><p>{scenario.prerequisites.map((one) => <><a href={linkTo(address, { kind: 'scenario', id: one })}>{one}</a> </>)}</p></li>}
    </ul>
  );
}

function ClauseLink({ data, clause, address }: { readonly data: ExplorerData; readonly clause: number; readonly address: Address }): JSX.Element {
  const id = data.clauses[clause]?.id ?? '';
  return <a href={linkTo(address, { kind: 'clause', id })}>{id}</a>;
}

/** Against the primary clause is what a reader expects, and needs no word. */
const blamed = (_: ExplorerData, { clauses }: ExplorerScenario, outcome: ExplorerOutcome | null): boolean =>
  outcome !== null && outcome.mark !== 'pass' && outcome.clause >= 0 && outcome.clause !== clauses[0];

/** What reads the same is told once, whatever led to it; the worst comes first. */
function groupsOf(data: ExplorerData, scenario: number): readonly Group[] {
  const groups = new Map<string, { readonly outcome: ExplorerOutcome | null; readonly names: string[] }>();
  for (const [place, { name }] of data.implementations.entries()) {
    const outcome = outcomeAt(data, place, scenario);
    const key = outcome === null ? '' : JSON.stringify({ ...outcome, story: 0 });
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { outcome, names: [name] });
    else group.names.push(name);
  }
  const rank = ({ outcome }: Group): number => rankOf(outcome?.mark ?? 'not run');
  return [...groups.values()].sort((one, other) => rank(other) - rank(one));
}

function whyNoStory(name: string, outcome: ExplorerOutcome | null): string {
  if (outcome === null) return `${name} was not asked to run it.`;
  return outcome.mark === 'pass' ? `${name} passed, and of what passes nothing is kept. Below is what the reference did.` : `On ${name} nothing was run: ${outcome.text}.`;
}

