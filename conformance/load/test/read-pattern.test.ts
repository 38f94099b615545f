import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Pattern } from '../../expectation.ts';
import { accepted, refused, scenarioFile } from './bad-file.ts';

const patterns = suite('read-pattern');

const file = (value: string): string => scenarioFile(`
  exceptions: {Fatal: BaseException}
  futures: [f, g]
  coroutines:
    worker:
      - await: f
      - await: gather(f,g)
      - await: gather(f, g, f)
      - await: gather(f, g, f)
    main:
      - check: create_task(worker())
        is: ${value}
`);

const pattern = (value: string): Pattern | null => {
  const form = accepted(file(value)).expectation.steps[0]?.outcomes[0]?.forms[0];
  return form?.kind === 'is' ? form.pattern : null;
};

patterns('constants are what they are', () => {
  for (const [written, value] of [['null', null], ['true', true], ['-3', -3], ["'3'", '3'], ['a few words', 'a few words'], ["''", ''], ['a.b(c)', 'a.b(c)']] as const) {
    assert.equal(pattern(written), { kind: 'constant', value });
  }
});

patterns('a bare word is a bound name, else an exception, else a body, else a text', () => {
  assert.equal(pattern('f'), { kind: 'name', name: 'f' });
  assert.equal(pattern("'f'"), { kind: 'name', name: 'f' });
  assert.equal(pattern('loop'), { kind: 'name', name: 'loop' });
  assert.equal(pattern('Fatal'), { kind: 'exception', type: 'Fatal', args: null });
  assert.equal(pattern('worker'), { kind: 'frame', name: 'worker', at: null });
  assert.equal(pattern('...'), { kind: 'frame', name: '...', at: null });
  assert.equal(pattern('walker'), { kind: 'constant', value: 'walker' });
});

patterns('a list goes item by item', () => {
  assert.equal(pattern('[1, [f], []]'), {
    kind: 'list', items: [{ kind: 'constant', value: 1 }, { kind: 'list', items: [{ kind: 'name', name: 'f' }] }, { kind: 'list', items: [] }],
  });
});

patterns('an exception has arguments: constants, names, exceptions, lists', () => {
  assert.equal(pattern('Fatal()'), { kind: 'exception', type: 'Fatal', args: [] });
  assert.equal(pattern("ValueError('a', -1, None, f, KeyError, KeyError(1), [True, g])"), {
    kind: 'exception', type: 'ValueError',
    args: [
      { kind: 'constant', value: 'a' }, { kind: 'constant', value: -1 }, { kind: 'constant', value: null }, { kind: 'name', name: 'f' },
      { kind: 'exception', type: 'KeyError', args: null }, { kind: 'exception', type: 'KeyError', args: [{ kind: 'constant', value: 1 }] },
      { kind: 'list', items: [{ kind: 'constant', value: true }, { kind: 'name', name: 'g' }] },
    ],
  });
});

patterns('an argument that is nothing is told where it stands', () => {
  const HINT = 'Use a constant in Python\'s syntax, a bound name or an exception.';
  refused(file('"ValueError(1, §nobody, [§nowhere, f], f.§done, §worker(), KeyError(§none))"'),
    ['unknown-name', "'nobody' is nothing that an exception can be expected with", HINT],
    ['unknown-name', "'nowhere' is nothing that an exception can be expected with", HINT],
    ['unknown-name', "'f.done' is nothing that an exception can be expected with", HINT],
    ['unknown-name', "'worker()' is nothing that an exception can be expected with", HINT],
    ['unknown-name', "'none' is nothing that an exception can be expected with", HINT]);
});

patterns('an exception that is broken off, or has names for its arguments, is no text', () => {
  const HINT = "An expression is a call in Python's syntax, `t.add_done_callback(done, context=box)`: names, whole numbers, quoted texts, True, False, None, lists; no operators.";
  refused(file("ValueError(§'boom)"), ['expression-syntax', "''boom)' is not part of an expression", HINT]);
  refused(file('ValueError(1, §code=2)'), ['keyword-argument', 'arguments of an exception have no names', 'Write the value alone.']);
  assert.equal(pattern('Valueerror(1)'), { kind: 'constant', value: 'Valueerror(1)' });
  assert.equal(pattern('ValueError(1).result()'), { kind: 'constant', value: 'ValueError(1).result()' });
});

patterns('a frame may say where it stands, in any spelling of the await', () => {
  assert.equal(pattern('worker at start'), { kind: 'frame', name: 'worker', at: 'start' });
  assert.equal(pattern('worker at await f'), { kind: 'frame', name: 'worker', at: 1 });
  assert.equal(pattern('worker at await gather( f, g )'), { kind: 'frame', name: 'worker', at: 2 });
  assert.equal(pattern('walker at await f'), { kind: 'constant', value: 'walker at await f' });
});

patterns('a frame that stands at no step, or at several, is told', () => {
  const HINT = 'Write `worker at start` or `worker at await EXPR`, with an EXPR that stands once in worker.';
  refused(file('[f, §worker at await g, §worker at the end, §"worker at await [", §"worker at await gather(f, g, f)"]'),
    ['frame', "no step of worker reads 'await g'", HINT], ['frame', "no step of worker reads 'the end'", HINT],
    ['frame', "no step of worker reads 'await ['", HINT], ['frame', "several awaits in worker read 'await gather(f, g, f)'", HINT]);
});

patterns.run();
