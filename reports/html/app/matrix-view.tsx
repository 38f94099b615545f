// The only place for the first view: the filters, and the matrix of what they leave.

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Filters } from './filters.tsx';
import { Matrix } from './matrix.tsx';
import { shownIn } from './rows.ts';
import type { ViewProperties } from './view-properties.ts';

export function MatrixView({ index, address, go, printing }: ViewProperties & { readonly printing: boolean }): JSX.Element {
  const shown = useMemo(() => shownIn(index, address), [index, address]);
  return (
    <>
      <h1 class="unseen" tabIndex={-1}>Clauses by implementations</h1>
      <Filters index={index} address={address} go={go} shown={shown} />
      <Matrix index={index} address={address} go={go} shown={shown} printing={printing} />
    </>
  );
}
