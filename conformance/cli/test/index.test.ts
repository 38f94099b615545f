import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import * as api from '../index.ts';

const library = suite('the programmatic API');

library('a specification can be opened and judged on an implementation', async () => {
  const spec = await api.openBundledSpec(undefined);
  const session = await api.referenceAdapter().start();
  const scenarios = spec.scenarios.filter(({ id }) => id.startsWith('done/'));
  const judged = await api.run(session, spec, scenarios);
  await session.stop();
  assert.is(api.conclude(judged), 'conforms');
  assert.is(judged.results.length, scenarios.length);
});

library.run();
