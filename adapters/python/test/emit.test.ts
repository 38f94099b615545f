import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Expression, Program, Step } from '../../../conformance/program.ts';
import { emitPython } from '../emit.ts';
import { programFrom } from './scenario-from-text.ts';

const emit = suite('emitted Python');

const empty: Program = { exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive: [], texts: [] };
const call = (expression: Expression): Step => ({ kind: 'call', id: 1, expression, as: null });

/** The source of a program without the blank lines, which say nothing here. */
const sourceOf = (text: string): string => emitPython(programFrom(text)).source.replace(/\n+/g, '\n').trim();

emit('reads as a person would write it', () => {
  const { source, lines } = emitPython(programFrom(`
exceptions: {Fatal: BaseException}
variables: [color]
futures: [gate]
coroutines:
  worker(n):
    - try:
        - await: gate
          is: 42
      except (CancelledError, Fatal) as e:
        - log: told
        - raise
      else:
        - return: [n, 'it''s', null]
      finally:
        - call: color.set('red')
  main:
    - call: create_task(worker(-1))
      as: t
    - cycle: 2
    - check: t.cancel()
      is: true
    - call: t.add_done_callback(ended)
    - await: t
      raises: CancelledError
callbacks:
  ended(task):
    - check: task
      is: t
drive:
  - call: loop.run_until_complete(main())
  - cycle: 1
  - check: t.done()
    is: true
`), { title: 'A title' });
  assert.is(source, `"""A title"""
import asyncio
import contextvars


class Fatal(BaseException):
    pass


color = contextvars.ContextVar('color')
gate = loop.create_future()


async def worker(n):
    try:
        see(2, await gate)
    except (asyncio.CancelledError, Fatal) as e:
        log(3, 'told')
        raise
    else:
        return [n, 'it\\'s', None]
    finally:
        color.set('red')


async def main():
    global t
    t = asyncio.create_task(worker(-1))
    for _ in range(2):
        await asyncio.sleep(0)
    see(9, t.cancel())
    t.add_done_callback(ended)
    try:
        see(11, await t)
    except BaseException as exc:
        caught(11, exc)


def ended(task):
    see(12, task)


loop.run_until_complete(main())
run_cycles(1)
see(15, t.done())
`);
  const numbered = source.split('\n').map((text, n) => [text.trim(), lines[n + 1]]);
  assert.equal(numbered.filter(([text]) => /worker\(n\)|await gate|except \(|log|sleep|caught|run_cycles|pass/.test(String(text))), [
    ['pass', 0], ['async def worker(n):', 'start'], ['see(2, await gate)', 2], ['except (asyncio.CancelledError, Fatal) as e:', 1],
    ["log(3, 'told')", 3], ['await asyncio.sleep(0)', 8], ['caught(11, exc)', 11], ['run_cycles(1)', 14],
  ]);
});

emit('copies a caught exception that is mentioned after its handler, since Python deletes the name there', () => {
  assert.match(sourceOf(`
coroutines:
  main:
    - try:
        - raise: ValueError('a')
      except ValueError as e:
        - log: handled
    - check: e
      is: ValueError('a')
`), /except ValueError as exc:\n\s+e = exc\n/);
});

emit('names what an observed step raised', () => {
  assert.match(sourceOf(`
coroutines:
  main:
    - check: current_task().result()
      as: e
      raises: InvalidStateError
    - call: list(e)
`), /e = see\(1, asyncio.current_task\(\).result\(\)\)\n.*except BaseException as exc:\n\s+e = caught\(1, exc\)/s);
});

emit('knows generators, context managers and their loops', () => {
  const source = sourceOf(`
coroutines:
  numbers:
    - yield: 1
  guard:
    - yield
  main:
    - async with: guard()
      as: g
      do:
        - async for: numbers()
          as: n
          do:
            - check: n
              is: 1
`);
  assert.match(source, /import asyncio\nimport contextlib\n/);
  assert.match(source, /async def numbers\(\):\n {4}yield 1\n@contextlib.asynccontextmanager\nasync def guard\(\):\n {4}yield\n/);
  assert.match(source, /async with guard\(\) as g:\n {8}async for n in numbers\(\):\n {12}see\(/);
});

emit('works several loops from outside', () => {
  assert.match(sourceOf(`
drive:
  - call: new_event_loop()
    as: other
  - cycle: 3
    loop: other
  - cycle: idle
`), /other = asyncio.new_event_loop\(\)\nrun_cycles\(3, other\)\nrun_until_idle\(\)$/);
});

emit('puts numbers in parentheses where Python would read them otherwise', () => {
  const number: Expression = { kind: 'constant', value: -1 };
  const drive = [call({ kind: 'attribute', of: { kind: 'constant', value: 1 }, name: 'cancel' })];
  const steps: readonly Step[] = [{ kind: 'await', id: 2, expression: number, as: null, observed: false, catches: false }];
  const { source } = emitPython({ ...empty, bodies: [{ kind: 'coroutine', name: 'main', parameters: [], steps }], drive });
  assert.match(source, /await \(-1\)/);
  assert.match(source, /\(1\)\.cancel/);
});

emit('an empty body is a body', () => {
  const { source } = emitPython({ ...empty, bodies: [{ kind: 'callback', name: 'nothing', parameters: ['task'], steps: [] }] });
  assert.match(source, /def nothing\(task\):\n {4}pass\n/);
});

const bound = (name: string): Program => ({ ...empty, drive: [{ ...call({ kind: 'constant', value: 1 }), as: name } as Step] });
const attacks: readonly (readonly [string, Program])[] = [
  ['a bound name that ends its line', bound('x = 1\nimport os\nos.abort()\n#')],
  ['a bound name that is a keyword', bound('lambda')],
  ['a bound name of the harness', bound('see')],
  ['a bound name of Python', bound('__builtins__')],
  ['a future with a name that is code', { ...empty, futures: ['f = 1; import os'] }],
  ['a context variable with a name that is code', { ...empty, variables: ["c'); import os; ("] }],
  ['an exception with a name that is code', { ...empty, exceptions: [{ name: 'E(object): pass\nimport os', base: 'Exception' }] }],
  ['a base that is another builtin', { ...empty, exceptions: [{ name: 'E', base: 'eval' }] }],
  ['a base that is code', { ...empty, exceptions: [{ name: 'E', base: '__import__("os").Error' }] }],
  ['a body with a name that is code', { ...empty, bodies: [{ kind: 'callback', name: 'f(): pass\nimport os\ndef g', parameters: [], steps: [] }] }],
  ['a parameter that is code', { ...empty, bodies: [{ kind: 'callback', name: 'f', parameters: ['a=__import__("os")'], steps: [] }] }],
  ['a mentioned name that is code', { ...empty, drive: [call({ kind: 'variable', name: '__import__("os").abort()' })] }],
  ['a mentioned body that is code', { ...empty, drive: [call({ kind: 'body', name: 'f()' })] }],
  ['an exception that is code', { ...empty, drive: [call({ kind: 'exception', name: 'exec("import os")' })] }],
  ['a keyword argument that is code', {
    ...empty, drive: [call({ kind: 'call', callee: { kind: 'word', name: 'sleep' }, positional: [], keywords: [{ name: 'a=1, b', value: { kind: 'list', items: [] } }] })],
  }],
  ['a number that is none', { ...empty, drive: [call({ kind: 'constant', value: Number.POSITIVE_INFINITY })] }],
  ['a loop to be worked that is code', { ...empty, drive: [{ kind: 'cycle', id: 1, count: 1, loop: 'exit())' }] }],
  ['an await outside any coroutine', { ...empty, drive: [{ kind: 'await', id: 1, expression: { kind: 'list', items: [] }, as: null, observed: false, catches: false }] }],
];
for (const [what, program] of attacks) {
  emit(`refuses, as a bug of ours, ${what}`, () => {
    assert.throws(() => emitPython(program), /^bug: |bug: /);
  });
}

emit('members that a harness works out are asked of what it makes of the task, and no others', () => {
  const member = (name: 'result' | 'done'): Step => call({ kind: 'attribute', of: { kind: 'variable', name: 't' }, name });
  const { source } = emitPython({ ...empty, drive: [member('result'), member('done')] }, { derived: new Set(['result']) });
  assert.match(source, /^derived\(t\)\.result\nt\.done$/mu);
});

emit('refuses a word and an attribute that came past the loader', () => {
  const smuggled: Program = JSON.parse(JSON.stringify({ ...empty, drive: [call({ kind: 'word', name: 'sleep' })] }).replace('sleep', 'constructor'));
  assert.throws(() => emitPython(smuggled), /bug: "constructor" is no word/);
  const attribute: Program = JSON.parse(JSON.stringify({
    ...empty, drive: [call({ kind: 'attribute', of: { kind: 'word', name: 'loop' }, name: 'cancel' })],
  }).replace('cancel', 'a; import os'));
  assert.throws(() => emitPython(attribute), /is no name in Python/);
});

emit.run();
