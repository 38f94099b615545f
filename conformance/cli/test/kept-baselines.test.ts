// The baselines that lie beside the adapters: of what does not conform, each failure is explained; CPython's has none.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readBaseline } from '../../baseline/read-baseline.ts';
import { renderMistake } from '../../load/mistake.ts';
import { implementationOf } from '../implementations.ts';

const adapters = fileURLToPath(new URL('../../../adapters/', import.meta.url));
const kept = suite('the baselines beside the adapters');

const files = readdirSync(adapters, { recursive: true, encoding: 'utf8' }).filter((file) => /(?:^|[\\/.])baseline\.yaml$/u.test(file)).sort();

kept('there is one for each implementation that does not conform, and that of CPython, which does', () => {
  assert.is(files.length, 6);
});

for (const file of files) {
  kept(`${file} is whole, is about an implementation that there is, and gives a reason for each failure`, () => {
    const read = readBaseline(readFileSync(join(adapters, file), 'utf8'), file);
    if (read.kind === 'mistakes') throw new Error(read.mistakes.map(renderMistake).join('\n'));
    const { implementation, failures } = read.baseline;
    assert.is(implementationOf(implementation).name, implementation);
    assert.is(failures.length === 0, implementation === 'python:3.13');
    assert.equal(failures.filter(({ reason }) => reason === null).map(({ scenario }) => scenario), []);
  });
}

kept.run();
