import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { whereFound } from '../../../conformance/test/where-found.ts';
import { askPython } from '../ask-python.ts';
import { noPython, python } from './at-hand.ts';

const asking = suite('asking an interpreter');
const withPython = whereFound(asking, noPython);

withPython('its line comes without its end, and a failure or silence is null', async () => {
  const file = python ?? '';
  assert.is(await askPython(file, 'print("one"); print("two")'), 'one');
  assert.is(await askPython(file, 'print()'), null);
  assert.is(await askPython(file, 'print("said"); raise SystemExit(1)'), null);
});

asking('what cannot be run is null', async () => {
  assert.is(await askPython('/no/such/python', 'print(1)'), null);
});

asking.run();
