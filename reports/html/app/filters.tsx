// The only place for the filters of the matrix. The totals of the verdicts are the switches of their filter.

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { home } from './address.ts';
import type { Address } from './address.ts';
import { count } from './count.ts';
import type { Index } from './index-of.ts';
import { markNames } from '../../mark.ts';
import { looks } from './marks.ts';
import type { Shown } from './rows.ts';
import { Sign } from './sign.tsx';
import type { ViewProperties } from './view-properties.ts';

type ListName = 'marks' | 'levels' | 'classes' | 'implementations';

const toggled = (list: readonly string[], name: string): readonly string[] => (list.includes(name) ? list.filter((one) => one !== name) : [...list, name]);

export function Filters({ index, address, go, shown }: ViewProperties & { readonly shown: Shown }): JSX.Element {
  const { data } = index;
  const totals = useMemo(() => markNames.map((_, mark) => shown.columns.reduce((sum, column) => sum + (data.implementations[column]?.counts[mark] ?? 0), 0)), [data, shown.columns]);
  const levels = useMemo(() => namesIn(index, 'level'), [index]);
  const classes = useMemo(() => namesIn(index, 'class'), [index]);
  const toggle = (list: ListName, name: string): void => go({ ...address, [list]: toggled(address[list], name) });
  const narrowed = isNarrowed(address);
  return (
    <search class="filters">
      <div class="row">
        <label class="find">
          <span class="unseen">Search clauses and scenarios</span>
          <input type="search" placeholder="Search clauses and scenarios" data-entry value={address.text} onInput={(event) => go({ ...address, text: event.currentTarget.value }, 'replace')} />
        </label>
        <div class="switches" role="group" aria-label="Verdicts">
          {markNames.map((mark, number) => {
            const total = totals[number] ?? 0;
            if (total === 0 && !address.marks.includes(mark)) return null;
            return (
              <button key={mark} type="button" class="switch" aria-pressed={address.marks.includes(mark)} title={`Show what ${looks[mark].meaning.startsWith('not') ? 'was ' : ''}${looks[mark].meaning}`} onClick={() => toggle('marks', mark)}>
                <Sign mark={mark} quiet /> {total.toLocaleString('en')} <span class="word">{looks[mark].counted}</span>
              </button>
            );
          })}
        </div>
      </div>
      <div class="row">
        <Choice title="Level" names={levels} chosen={address.levels} toggle={(name) => toggle('levels', name)} />
        <Choice title="Class" names={classes} chosen={address.classes} toggle={(name) => toggle('classes', name)} />
        <Choice title="Implementation" names={data.implementations.map(({ name }) => name)} chosen={address.implementations} toggle={(name) => toggle('implementations', name)} />
        <button type="button" class="switch" aria-pressed={address.differing} onClick={() => go({ ...address, differing: !address.differing })}>
          <span aria-hidden="true">≠</span> Only where they differ
        </button>
        <span class="space" />
        <button type="button" class="plain" onClick={() => go({ ...address, all: !address.all, open: [], shut: [] })}>{address.all ? 'Fold all clauses' : 'Unfold all clauses'}</button>
        <button type="button" class="plain" onClick={() => go({ ...address, open: [], all: false, shut: address.shut.length > 0 ? [] : index.members.map(({ name }) => name) })}>
          {address.shut.length > 0 && !address.all ? 'Unfold members' : 'Fold members'}
        </button>
        {narrowed && <button type="button" class="plain" onClick={() => go({ ...home, all: address.all, open: address.open, shut: address.shut })}>Clear filters</button>}
        <output class="count" aria-live="polite">{`${count(shown.clauses, 'clause')}, ${count(shown.scenarios, 'scenario')}`}</output>
      </div>
    </search>
  );
}

interface ChoiceProperties {
  readonly title: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly toggle: (name: string) => void;
}

/** Opens like a menu and closes when something else is used; with the keyboard, Escape does. */
function Choice({ title, names, chosen, toggle }: ChoiceProperties): JSX.Element {
  const close = (details: HTMLDetailsElement): void => {
    details.open = false;
  };
  return (
    <details class="choice" onFocusOut={(event) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) close(event.currentTarget);
    }} onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      close(event.currentTarget);
      event.currentTarget.querySelector('summary')?.focus();
    }}>
      <summary class={chosen.length > 0 ? 'chosen' : ''}>{title}{chosen.length > 0 && <b>{chosen.length === 1 ? `: ${chosen[0] ?? ''}` : `: ${chosen.length}`}</b>}</summary>
      <fieldset tabIndex={-1}>
        <legend class="unseen">{title}</legend>
        {names.map((name) => (
          <label key={name}><input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} /> {name}</label>
        ))}
      </fieldset>
    </details>
  );
}

const namesIn = ({ data }: Index, what: 'level' | 'class'): readonly string[] => [...new Set(data.clauses.map((clause) => clause[what]))];

const isNarrowed = ({ text, marks, levels, classes, implementations, differing }: Address): boolean =>
  text !== '' || differing || [marks, levels, classes, implementations].some((list) => list.length > 0);
