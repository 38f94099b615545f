// The only place for the frame of the page: its head, the way from view to view, and which view is shown.

import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { AboutView } from './about-view.tsx';
import { linkTo } from './address.ts';
import type { View } from './address.ts';
import { ClauseView } from './clause-view.tsx';
import { CoverageView } from './coverage-view.tsx';
import { ImplementationsView } from './implementations-view.tsx';
import type { Index } from './index-of.ts';
import { MatrixView } from './matrix-view.tsx';
import { ScenarioView } from './scenario-view.tsx';
import { useAddress } from './use-address.ts';
import type { ViewProperties } from './view-properties.ts';

const tabs = [['matrix', 'Matrix'], ['implementations', 'Implementations'], ['coverage', 'Coverage'], ['about', 'Guide']] as const;

export function App({ index, printing }: { readonly index: Index; readonly printing: boolean }): JSX.Element {
  const [address, go] = useAddress();
  const main = useRef<HTMLElement>(null);
  const place = `${address.view.kind} ${'id' in address.view ? address.view.id : ''}`;
  const first = useRef(place);
  useLayoutEffect(() => {
    document.body.dataset['view'] = address.view.kind;
  }, [address.view.kind]);
  useEffect(() => {
    document.title = `${titleOf(address.view)} · asyncio.Task ${index.data.document} · taskspec`;
    if (first.current === place) return;
    first.current = place;
    if (!(address.view.kind === 'coverage' && address.on !== '')) scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>('h1, [data-entry]')?.focus({ preventScroll: true });
  }, [place]);
  const properties = useMemo(() => ({ index, address, go }), [index, address, go]);
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        main.current?.focus();
      }}>Skip to the content</a>
      <header class="top">
        <a class="name" href={linkTo(address, { kind: 'matrix' })}><b>asyncio.Task</b> <span>as documented for Python {index.data.document}</span></a>
        <nav aria-label="Views">
          {tabs.map(([kind, title]) => (
            <a key={kind} href={linkTo(address, { kind })} aria-current={isWithin(address.view, kind) ? 'page' : undefined}>{title}</a>
          ))}
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1} class={address.view.kind}>{viewOf(address.view, properties, printing)}</main>
    </>
  );
}

function viewOf(view: View, properties: ViewProperties, printing: boolean): JSX.Element {
  switch (view.kind) {
    case 'matrix':
      return <MatrixView {...properties} printing={printing} />;
    case 'scenario':
      return <ScenarioView key={view.id} {...properties} id={view.id} />;
    case 'clause':
      return <ClauseView key={view.id} {...properties} id={view.id} />;
    case 'implementations':
      return <ImplementationsView {...properties} />;
    case 'coverage':
      return <CoverageView {...properties} />;
    case 'about':
      return <AboutView {...properties} />;
  }
}

/** Scenarios and clauses are reached through the matrix. */
function isWithin({ kind }: View, tab: View['kind']): boolean {
  return kind === tab || (tab === 'matrix' && (kind === 'scenario' || kind === 'clause'));
}

function titleOf(view: View): string {
  switch (view.kind) {
    case 'scenario':
    case 'clause':
      return view.id;
    default:
      return tabs.find(([kind]) => kind === view.kind)?.[1] ?? 'Matrix';
  }
}
