// The only place that shows a mark: a sign in its colour, with its meaning for whoever does not see it.

import type { JSX } from 'preact';
import { looks } from './marks.ts';
import type { Mark } from './marks.ts';

export const className = (mark: Mark): string => `mark ${mark.replace(' ', '-')}`;

export function Sign({ mark, quiet = false }: { readonly mark: Mark; readonly quiet?: boolean }): JSX.Element {
  const { sign, meaning } = looks[mark];
  return quiet
    ? <span class={className(mark)} aria-hidden="true">{sign}</span>
    : <span class={className(mark)} role="img" aria-label={meaning} title={meaning}>{sign}</span>;
}

export function Level({ level }: { readonly level: string }): JSX.Element {
  return <span class={`level ${level}`}>{level}</span>;
}
