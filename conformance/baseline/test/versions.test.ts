import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { meets } from '../versions.ts';

const versions = suite('conditions on versions');

versions('numbers are compared as numbers, and all parts must hold', () => {
  for (const [version, condition, expected] of [
    ['3.13.0', '>=3.10', true], ['3.9.18', '>=3.10', false], ['3.13.0', '>=3.10, <3.14', true], ['3.14.2', '>=3.10,<3.14', false],
    ['3.10.0', '>3.10', false], ['3.10', '<=3.10', true], ['3.10.1', '<=3.10', false], ['3.7.16', '=3.7.16', true], ['3.7', '=3.7.0', true],
    ['', '<1', true],
  ] as const) assert.is(meets(version, condition), expected, `${version} ${condition}`);
});

versions.run();
