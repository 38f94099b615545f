import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Run } from '../../../conformance/adapter.ts';
import type { Expression, Program, Step } from '../../../conformance/program.ts';
import { defaultBudget } from '../../../conformance/run.ts';
import { programFrom } from '../../python/test/scenario-from-text.ts';
import type { Ask, Do, Outcome, Told } from '../../stdio/message.ts';
import { ProtocolError } from '../../stdio/check.ts';
import { stdioAdapter } from '../../stdio/stdio-adapter.ts';
import { programOf } from '../../stdio/test/overheard.ts';
import { Puppet } from '../puppet.ts';
import { javascriptPuppet } from './puppets.ts';

const puppets = suite('a puppet');

const constant = (value: string | number): Expression => ({ kind: 'constant', value });
const variable = (name: string): Expression => ({ kind: 'variable', name });
const call = (callee: Expression, ...positional: readonly Expression[]): Expression => ({ kind: 'call', callee, positional, keywords: [] });
const check = (id: number, expression: Expression, as: string | null = null): Step => ({ kind: 'check', id, expression, as, catches: true });
const program = (drive: readonly Step[], more: Partial<Program> = {}): Program => ({
  exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive, texts: [], ...more,
});

/** A puppet whose adapter is this test: it says what came of each verb, by a function of ours. */
function play(of: Program, perform: (act: Do, puppet: Puppet) => Told | Outcome): { readonly puppet: Puppet; readonly acts: readonly Do[] } {
  const puppet = new Puppet(of, defaultBudget, { notes: false });
  const acts: Do[] = [];
  const ask = (outcome: Outcome | null): Do => {
    const question: Ask = { type: 'ask', id: 'run-1', pass: 0, time: 0, kind: 'frame', frame: 0, outcome };
    const act = puppet.ask(question);
    acts.push(act);
    return act;
  };
  for (let act = ask(null); act.verb !== 'return' && act.verb !== 'raise' && act.verb !== 'stop';) {
    const came = perform(act, puppet);
    act = ask(typeof came === 'object' && came !== null && 'of' in came ? came : { kind: 'value', of: came });
  }
  return { puppet, acts };
}

/** What a verb calls in the end, or null. */
const calleeOf = (act: Do): unknown => (act.verb === 'tell' && typeof act.of === 'object' && act.of !== null && 'call' in act.of ? act.of.call : null);

const seen = (puppet: Puppet): unknown => puppet.partial('').observations;

puppets('is asked for the items of a list each time it is seen, and not for ever where it contains itself', () => {
  const list: Told = { ref: 1, kind: 'list', items: null };
  let told = 0;
  const { puppet } = play(program([check(1, call({ kind: 'word', name: 'list' }), 'box'), check(2, variable('box'))]), (act) => {
    if (calleeOf(act) !== null) return list;
    told += 1;
    return { ref: 1, kind: 'list', items: told === 1 ? [1, 'two', null] : [list] };
  });
  const [first, second] = puppet.partial('').observations;
  assert.equal(first, { kind: 'value', step: 1, value: [1, 'two', null] });
  assert.match(JSON.stringify(second), /\[\[\[.*"\.\.\.".*\]\]\]/);
});

puppets('is asked once which loop is the scenario\'s, when a loop is seen', () => {
  const getLoop: Expression = call({ kind: 'word', name: 'get_event_loop' });
  const { puppet, acts } = play(program([check(1, getLoop), check(2, getLoop), check(3, getLoop)]), (act) => ({
    ref: act.verb === 'tell' ? 7 : 8, kind: 'Loop',
  }));
  const loop = { object: 'Loop', names: ['loop'] };
  assert.equal(seen(puppet), [1, 2, 3].map((step) => ({ kind: 'value', step, value: loop })));
  assert.is(acts.filter((act) => calleeOf(act) === null && act.verb === 'tell').length, 1);
});

puppets('tells texts of exceptions only where the program has them', () => {
  const error: Told = { ref: 1, kind: 'exception', types: ['ValueError', 'Exception', 'BaseException'], args: ['boom', 'wording', 3] };
  const raising = program([check(1, call({ kind: 'exception', name: 'ValueError' }))], { texts: ['boom'] });
  const expected = { error: 'ValueError', args: ['boom', '...', 3] };
  assert.equal(seen(play(raising, () => error).puppet), [{ kind: 'value', step: 1, value: expected }]);
  assert.equal(seen(play(raising, () => ({ kind: 'raised', of: error })).puppet), [{ kind: 'raised', step: 1, error: expected }]);
});

puppets('refuses wrong arguments as Python does, by an error of the implementation', () => {
  const worker = { kind: 'coroutine', name: 'worker', parameters: ['a'], steps: [] } as const;
  const { puppet, acts } = play(program([check(1, call({ kind: 'body', name: 'worker' }, constant(1), constant(2)))], { bodies: [worker] }), () => ({
    ref: 1, kind: 'exception', types: ['TypeError', 'Exception', 'BaseException'], args: ['worker() takes 1'],
  }));
  assert.equal(seen(puppet), [{ kind: 'raised', step: 1, error: { error: 'TypeError', args: ['...'] } }]);
  assert.not.match(JSON.stringify(acts), /coroutine/);
});

const word = (name: 'sleep' | 'list' | 'gather'): Expression => ({ kind: 'word', name });

puppets('asks once for calls within a call, in Python\'s order', () => {
  const worker = { kind: 'coroutine', name: 'worker', parameters: [], steps: [] } as const;
  const within = call(word('gather'), call({ kind: 'body', name: 'worker' }), call(word('sleep'), constant(0)), { kind: 'list', items: [call(word('list'))] });
  const { acts } = play(program([{ kind: 'call', id: 1, expression: within, as: null }], { bodies: [worker] }), () => null);
  assert.equal(acts.map((act) => (act.verb === 'tell' ? act.of : act.verb)), [{
    call: { word: 'gather' }, positional: [
      { coroutine: 'worker', runs: 1 }, { call: { word: 'sleep' }, positional: [0], keywords: {} },
      { list: [{ call: { word: 'list' }, positional: [], keywords: {} }] },
    ], keywords: {},
  }, 'return']);
});

puppets('what is an argument of a body of the program is asked for by itself, since it gets a name there', () => {
  const twice = { kind: 'callback', name: 'twice', parameters: ['a'], steps: [check(3, variable('a')), check(4, variable('a'))] } as const;
  const { acts } = play(program([{ kind: 'call', id: 1, expression: call({ kind: 'body', name: 'twice' }, call(word('list'))), as: null }], { bodies: [twice] }), () => ({ ref: 1, kind: 'object' }));
  assert.equal(acts.map(calleeOf), [{ word: 'list' }, { body: 'twice' }, null]);
});

puppets('a name that means nothing is an error after what stands before it was called, and not where that raises', () => {
  const unknown = program([{ kind: 'call', id: 1, expression: call(word('gather'), call(word('list')), variable('unknown')), as: null }]);
  const error = (name: string): Told => ({ ref: 1, kind: 'exception', types: [name, 'Exception', 'BaseException'], args: [] });
  const endsWith = (...came: readonly (Told | Outcome)[]): unknown => {
    const left = [...came];
    const { puppet, acts } = play(unknown, () => left.shift() ?? null);
    const run = puppet.done({ type: 'done', id: 'run-1', result: 'ok', end: { kind: 'ended' }, notes: [] });
    return [acts.map(calleeOf), run.kind === 'trace' && run.trace.end.kind === 'raised' ? run.trace.end.error : null];
  };
  assert.equal(endsWith({ ref: 0, kind: 'list', items: [] }, error('NameError')), [
    [{ word: 'list' }, { exception: 'NameError' }, null], { error: 'NameError', args: [] },
  ]);
  assert.equal(endsWith({ kind: 'raised', of: error('MemoryError') }), [[{ word: 'list' }, null], { error: 'MemoryError', args: [] }]);
});

puppets('an exception that leaves drive is told with the step that it came from', () => {
  const error: Told = { ref: 1, kind: 'exception', types: ['Boom', 'BaseException'], args: [] };
  const { puppet } = play(program([{ kind: 'raise', id: 5, error: { kind: 'exception', name: 'Boom' }, cause: null }]), () => error);
  const run = puppet.done({ type: 'done', id: 'run-1', result: 'ok', end: { kind: 'ended' }, notes: [] });
  assert.equal(run.kind === 'trace' ? run.trace.end : run, { kind: 'raised', step: 5, error: { error: 'Boom', args: [] } });
});

puppets('is told to stop where a step needs Python\'s own syntax', () => {
  const { puppet, acts } = play(program([{ kind: 'yield', id: 1, value: null }, check(2, constant(1))]), () => null);
  assert.is(acts.at(-1)?.verb, 'stop');
  assert.equal(puppet.fault, { kind: 'unsupported', capability: 'python-syntax' });
});

puppets('an adapter that cannot do what cannot fail breaks the protocol', () => {
  const error: Told = { ref: 1, kind: 'exception', types: ['MemoryError'], args: [] };
  const failing = (): unknown => play(program([], { variables: ['color'] }), () => ({ kind: 'raised', of: error }));
  assert.throws(failing, (thrown: unknown) => thrown instanceof ProtocolError && thrown.message === 'ask.outcome: expected a value of the verb tell, got MemoryError');
});

const outside = (count: number | 'idle'): Step => ({ kind: 'cycle', id: 1, count, loop: null });
const ended: Parameters<Puppet['done']>[0] = { type: 'done', id: 'run-1', result: 'ok', end: { kind: 'ended' }, notes: [] };
const endOf = (puppet: Puppet): unknown => {
  const run = puppet.done(ended);
  return run.kind === 'trace' ? run.trace.end : run;
};

puppets('works a loop from outside by calls: each pass is stopped before it runs', () => {
  const { puppet, acts } = play(program([outside(2)]), () => null);
  const loop = { word: 'loop' };
  const pass = { list: [
    { call: { of: loop, member: 'call_soon' }, positional: [{ of: loop, member: 'stop' }], keywords: {} },
    { call: { of: loop, member: 'run_forever' }, positional: [], keywords: {} },
  ] };
  assert.equal(acts.map((act) => (act.verb === 'tell' ? act.of : act.verb)), [pass, pass, 'return']);
  assert.equal(endOf(puppet), { kind: 'ended' });
});

puppets('stops a loop that is worked until it is idle where it is stuck, and goes on', () => {
  const loops: string[] = [];
  const { puppet } = play(program([outside('idle')]), (act, asked) => {
    // Once it comes back early, as a program may stop it.
    if (loops.push(act.verb) === 1) return null;
    const stuck: Ask = { type: 'ask', id: 'run-1', pass: 1, time: 0, kind: 'stuck' };
    const first = asked.ask(stuck);
    assert.equal([first.frame, calleeOf(first)], [1, { of: { word: 'loop' }, member: 'stop' }]);
    assert.is(asked.ask({ type: 'ask', id: 'run-1', pass: 1, time: 0, kind: 'frame', frame: 1, outcome: { kind: 'value', of: null } }).verb, 'return');
    return null;
  });
  assert.equal(loops, ['tell', 'tell']);
  assert.equal(endOf(puppet), { kind: 'ended' });
});

puppets('is over where a loop is stuck that nobody meant to stop, and hears no more of it', () => {
  const puppet = new Puppet(program([]), defaultBudget, { notes: false });
  assert.is(puppet.ask({ type: 'ask', id: 'run-1', pass: 1, time: 0, kind: 'stuck' }).verb, 'stop');
  assert.is(puppet.ask({ type: 'ask', id: 'run-1', pass: 1, time: 0, kind: 'called', body: 'unknown', positional: [], keywords: {} }).verb, 'stop');
  assert.equal(endOf(puppet), { kind: 'stuck' });
});

puppets('functions that are called within each other without end break the protocol; those that end do not count', () => {
  const ticked = { kind: 'callback', name: 'ticked', parameters: [], steps: [] } as const;
  const deeper = { kind: 'callback', name: 'deeper', parameters: [], steps: [check(1, call({ kind: 'word', name: 'sleep' }))] } as const;
  const puppet = new Puppet(program([], { bodies: [ticked, deeper] }), defaultBudget, { notes: false });
  const called = (body: string): Do => puppet.ask({ type: 'ask', id: 'run-1', pass: 1, time: 0, kind: 'called', body, positional: [], keywords: {} });
  for (let nth = 0; nth < 2000; nth += 1) assert.is(called('ticked').verb, 'return');
  for (let nth = 0; nth < 1000; nth += 1) assert.is(called('deeper').verb, 'tell');
  const message = 'ask.called: expected at most 1000 functions called within each other, got "deeper"';
  assert.throws(() => called('deeper'), (thrown: unknown) => thrown instanceof ProtocolError && thrown.message === message);
});

puppets('is told to stop where the clock has gone further than the budget', () => {
  const puppet = new Puppet(program([]), defaultBudget, { notes: false });
  const time = defaultBudget.virtualSeconds + 1;
  assert.is(puppet.ask({ type: 'ask', id: 'run-1', pass: 1, time, kind: 'frame', frame: 0, outcome: null }).verb, 'stop');
  assert.is(puppet.fault?.kind === 'budget' ? puppet.fault.budget : puppet.fault, 'virtual seconds');
});

/** A real adapter and a program as its user writes it. */
const runOf = async (adapter: string, text: string): Promise<Run> => {
  const session = await stdioAdapter(adapter).start();
  const run = await session.run(programFrom(text), defaultBudget, { notes: false });
  await session.stop();
  return run;
};
const shown = (run: Run): unknown => (run.kind === 'trace' ? run.trace.observations.map((one) => (one.kind === 'value' ? one.value : one.kind)) : run);

const report = `
coroutines:
  main:
    - call: loop.set_exception_handler(handler)
    - call: loop.call_soon(callback)
    - cycle: 2
callbacks:
  callback():
    - raise: ValueError('of a callback')
  handler(where, report):
    - check: report.get('nothing of the kind')
      is: null
    - check: report.get('nothing of the kind', 7)
      is: 7
`;

puppets('an exception handler\'s report gives what it was told to give where it has nothing', async () => {
  assert.equal(shown(await runOf(javascriptPuppet, report)), [null, 7]);
});

puppets('takes notes of what happened to its tasks', async () => {
  const session = await stdioAdapter(javascriptPuppet).start();
  const run = await session.run(programOf('cancel/answered-with-an-error'), defaultBudget, { notes: true });
  await session.stop();
  const notes = run.kind === 'trace' ? run.trace.notes : [];
  assert.equal(notes.filter(({ task }) => task === 'worker#1').map((note) => [note.kind, note.cycle]), [
    ['created', 1], ['resumed', 2], ['suspended', 2], ['requested', 3], ['resumed', 4], ['delivered', 4], ['done', 5],
  ]);
  assert.equal(notes.filter(({ kind }) => kind === 'done').map((note) => (note.kind === 'done' ? [note.task, note.how] : [])), [
    ['worker#1', 'finished'], ['main#1', 'finished'],
  ]);
  assert.equal(notes.filter(({ kind }) => kind === 'suspended').map((note) => (note.kind === 'suspended' ? [note.task, note.on] : [])), [
    ['main#1', 'sleep(0)'], ['worker#1', 'f'], ['main#1', 'sleep(0)'], ['main#1', 'worker#1'],
  ]);
});

puppets.run();
