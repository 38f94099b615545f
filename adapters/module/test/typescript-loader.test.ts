import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { AdapterError } from '../../../conformance/adapter.ts';
import { type NodeAtHand, loaderFor } from '../typescript-loader.ts';

const loading = suite('how a module of a user is loaded');
const node = (more: Partial<NodeAtHand>): NodeAtHand => ({ version: '20.0.0', strips: false, knowsFlag: false, tsx: () => null, ...more });

loading('JavaScript as it is, on any Node', () => {
  for (const name of ['a.js', 'a.mjs', 'a.cjs']) assert.equal(loaderFor(name, node({})), []);
});

loading('TypeScript by Node itself where it can, asked to where it must be asked, else by tsx', () => {
  assert.equal(loaderFor('a.ts', node({ strips: true, knowsFlag: true })), []);
  assert.equal(loaderFor('a.mts', node({ knowsFlag: true, tsx: () => '/tsx.mjs' }))[0], '--experimental-strip-types');
  assert.equal(loaderFor('a.ts', node({ tsx: (module) => `/${module}/tsx.mjs` })), ['--import', 'file:///a.ts/tsx.mjs']);
});

loading('where nothing reads TypeScript, it says what does', () => {
  assert.throws(() => loaderFor('/x/a.ts', node({})), (error: unknown) => error instanceof AdapterError
    && /a\.ts is TypeScript, which Node 20\.0\.0 cannot load/u.test(error.message) && /npm install --save-dev tsx/u.test(error.hint));
});

loading.run();
