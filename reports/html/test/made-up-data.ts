// The only place for made-up data of the page: what a small report lays out.

import { aReport, options } from '../../test/a-report.ts';
import { indexOf } from '../app/index-of.ts';
import type { Index } from '../app/index-of.ts';
import { explorerOf } from '../explorer-of.ts';

/** python:3.8 does everything wrong, reference passes, pyodide was cut short, python:3.99 is not there. */
export const anIndex = (): Index => indexOf(explorerOf(aReport(), options.illustrations ?? null));
