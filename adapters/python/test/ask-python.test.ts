import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { askPython } from '../ask-python.ts';
import { python, titled } from './at-hand.ts';

const asking = suite('asking an interpreter');
const withPython = python === null ? asking.skip : asking;

withPython(titled('its line comes without its end, and a failure or silence is null'), async () => {
  const file = python ?? '';
  assert.is(await askPython(file, 'print("one"); print("two")'), 'one');
  assert.is(await askPython(file, 'print()'), null);
  assert.is(await askPython(file, 'print("said"); raise SystemExit(1)'), null);
});

asking('what cannot be run is null', async () => {
  assert.is(await askPython('/no/such/python', 'print(1)'), null);
});

asking.run();
