// The only place for the report that is the explorer: one page of HTML that needs no server and asks for nothing.

import { embed } from './html/embed.ts';
import { explorerOf } from './html/explorer-of.ts';
import type { Reporter } from './reporter.ts';

/** Throws where the options have no illustrations: the page itself is among them. */
export const htmlReporter: Reporter = (report, { illustrations }) => {
  if (illustrations === undefined) throw new Error('the report html needs illustrations: illustrate(spec) of the package makes them');
  return embed(illustrations.page, explorerOf(report, illustrations));
};
