// The only place for the timeline: a lane for each task over the cycles of the loop, and the steps, expected beside seen.

import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Story, StoryLane, StoryMoment, StoryStep } from '../explorer-data.ts';
import { Sign } from './sign.tsx';

interface Properties {
  readonly story: Story;
  readonly on: string;
  /** Folded at first: it is there to compare with. */
  readonly quiet?: boolean;
}

export function StoryView({ story, on, quiet = false }: Properties): JSX.Element {
  return (
    <details class="story" open={!quiet}>
      <summary><h3>On {on}</h3> <span class="faint">{story.verdict}</span></summary>
      {story.lanes.length === 0
        ? <p class="note">No notes came of the tasks.</p>
        : <Lanes story={story} on={on} />}
      {story.steps.length > 0 && <Steps steps={story.steps} on={on} />}
      {story.omitted !== '' && <p class="note">Left out: {story.omitted} more.</p>}
      {story.output.length > 0 && <><h4>It wrote besides</h4><pre class="output" tabIndex={0} aria-label={`What ${on} wrote`}>{story.output.join('\n')}</pre></>}
    </details>
  );
}

function Lanes({ story: { cycles, lanes }, on }: { readonly story: Story; readonly on: string }): JSX.Element {
  const id = useId();
  return (
    <>
      <div class="lanes" role="region" tabIndex={0} aria-labelledby={id}>
        <table>
          <caption id={id} class="unseen">Tasks over the cycles of the loop on {on}</caption>
          <thead><tr><th scope="col">cycle</th>{cycles.map((cycle) => <th key={cycle} scope="col">{cycle}</th>)}</tr></thead>
          <tbody>
            {lanes.map((lane) => (
              <tr key={lane.task}><th scope="row">{lane.task}</th>{cycles.map((cycle) => <LaneCell key={cycle} lane={lane} cycle={cycle} />)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="key" aria-hidden="true">
        <span><i class="moment created">+</i> created</span><span><i class="moment resumed">▸</i> runs</span><span><i class="rail ready" /> about to run</span>
        <span><i class="moment suspended">▪</i><i class="rail suspended" /> waits for …</span><span><i class="moment requested">?</i> cancel() requested</span>
        <span><i class="moment delivered">!</i> CancelledError delivered</span><span><i class="moment finished">■</i> done</span><span><i class="moment cancelled">□</i> done, cancelled</span>
      </p>
    </>
  );
}

function LaneCell({ lane: { moments, stretches }, cycle }: { readonly lane: StoryLane; readonly cycle: number }): JSX.Element {
  const into = stretches.find(({ from, to }) => from < cycle && cycle <= to)?.kind;
  const out = stretches.find(({ from, to }) => from <= cycle && cycle < to)?.kind;
  const here = inShort(moments.filter((moment) => moment.cycle === cycle));
  return (
    <td data-into={into} data-out={out}>
      {here.length > 0 && <span class="moments">{here.map(({ moment, times }, place) => <Moment key={place} moment={moment} times={times} />)}</span>}
      {here.length === 0 && into !== undefined && <span class="unseen">{into === 'suspended' ? 'still waits' : into === 'ready' ? 'about to run' : 'runs'}</span>}
    </td>
  );
}

/** What happens several times in a row is shown once. */
function inShort(moments: readonly StoryMoment[]): readonly { readonly moment: StoryMoment; readonly times: number }[] {
  const shown: { moment: StoryMoment; times: number }[] = [];
  for (const moment of moments) {
    const last = shown.at(-1);
    if (last?.moment.kind === moment.kind && last.moment.on === moment.on) last.times += 1;
    else shown.push({ moment, times: 1 });
  }
  return shown;
}

const looks: Readonly<Record<StoryMoment['kind'], readonly [string, string, string]>> = {
  created: ['+', 'created', ''],
  resumed: ['▸', 'runs', ''],
  suspended: ['▪', 'waits for', ''],
  requested: ['?', 'cancel() requested', 'cancel()'],
  delivered: ['!', 'CancelledError delivered', 'CancelledError'],
  finished: ['■', 'done', 'done'],
  cancelled: ['□', 'done, cancelled', 'cancelled'],
};

function Moment({ moment: { kind, on }, times }: { readonly moment: StoryMoment; readonly times: number }): JSX.Element {
  const [sign, meaning, shown] = looks[kind];
  const told = `${on === '' ? meaning : `${meaning} ${on}`}${times === 1 ? '' : `, ${times} times`}`;
  return (
    <span class={`moment ${kind}`} title={told}>
      <span aria-hidden="true">{sign}{(shown !== '' || on !== '') && <small>{on === '' ? shown : on}</small>}{times > 1 && <small>×{times}</small>}</span><span class="unseen">{told}. </span>
    </span>
  );
}

function Steps({ steps, on }: { readonly steps: readonly StoryStep[]; readonly on: string }): JSX.Element {
  const first = steps.findIndex(({ diverges }) => diverges);
  return (
    <div class="steps" role="region" tabIndex={0} aria-label={`Steps on ${on}, expected beside seen`}>
      <table>
        <thead><tr><th scope="col"><span class="unseen">verdict</span></th><th scope="col" class="number">line</th><th scope="col">in</th><th scope="col">step</th><th scope="col">expected</th><th scope="col">seen</th></tr></thead>
        <tbody>
          {steps.map((step, place) => (
            <tr key={place} class={step.diverges ? 'diverges' : first >= 0 && place > first ? 'after' : ''}>
              <td>{step.diverges ? <Sign mark="fail" /> : step.expected !== null && (first < 0 || place < first) ? <Sign mark="pass" /> : null}</td>
              <td class="number">{step.line === 0 ? '' : step.line}</td>
              <td><code>{step.body}</code></td>
              <td><code>{step.text}</code>{step.nth > 1 && <span class="faint"> time {step.nth}</span>}{step.diverges && <b class="first"> the first divergence</b>}</td>
              <td>{step.expected === null ? '' : <code>{step.expected}</code>}</td>
              <td>{step.seen === null ? <span class="faint">nothing</span> : <code>{step.seen}</code>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
