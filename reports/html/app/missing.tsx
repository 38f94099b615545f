// The only place that tells that an address leads nowhere on this page.

import type { JSX } from 'preact';
import { linkTo } from './address.ts';
import type { Address } from './address.ts';

export function Missing({ what, address }: { readonly what: string; readonly address: Address }): JSX.Element {
  return (
    <article class="detail">
      <h1 tabIndex={-1}>Not on this page</h1>
      <p>This report does not have {what}. <a href={linkTo(address, { kind: 'matrix' })}>Back to the matrix</a></p>
    </article>
  );
}
