// The only place for what every view is given.

import type { Address } from './address.ts';
import type { Index } from './index-of.ts';
import type { Go } from './use-address.ts';

export interface ViewProperties {
  readonly index: Index;
  readonly address: Address;
  readonly go: Go;
}
