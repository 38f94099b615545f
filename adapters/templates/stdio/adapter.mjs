// A whole adapter, with nothing of taskspec in it: it speaks the protocol in puppet mode for the Task in task.mjs.
// Write it anew in the language of your Task, from top to bottom. PROTOCOL.md explains each message, conversation.txt shows them.

import { readSync, writeSync } from 'node:fs';
import { CancelledError, Coroutine, Future, InvalidStateError, Loop, RuntimeError, StuckError, Task, sleep } from './task.mjs';

// 1. Lines: one JSON object each, read and written at once, within the step of whoever asks.

const stopped = 'stopped'; // thrown to leave the loop and the bodies once the program is over
let unread = '';
function hear() {
  const chunk = Buffer.alloc(65_536);
  while (!unread.includes('\n')) {
    const length = readSync(0, chunk);
    if (length === 0) process.exit(); // the runner has gone
    unread += chunk.toString('latin1', 0, length); // it writes ASCII
  }
  const end = unread.indexOf('\n');
  const line = unread.slice(0, end);
  unread = unread.slice(end + 1);
  return JSON.parse(line);
}
function say(message) {
  writeSync(1, `${JSON.stringify({ ...message, nonce })}\n`);
}

// 2. Bodies: each asks what to do, does it, and tells what came of it, until it is told to return or to raise.

function ask(question) {
  if (!run.isOver) {
    say({ type: 'ask', id: run.id, pass: run.passes, time: run.loop.time, ...question });
    const act = hear();
    if (act.verb !== 'stop') return act;
  }
  run.isOver = true; // from now on all bodies are silent
  throw stopped;
}

function* body(frame) {
  let question = { frame };
  for (;;) {
    const act = ask(question);
    if (act.verb === 'return') return valueOf(act.value);
    if (act.verb === 'raise') throw raisedOf(valueOf(act.error));
    question = { frame };
    try {
      const value = valueOf(act.of);
      question.outcome = { value: tell(act.verb === 'await' ? yield* awaitable(value) : value) };
    } catch (error) {
      if (error instanceof StuckError) ask({ stuck: true });
      question.outcome = { raised: tell(error) };
    }
  }
}

/** To a coroutine of Python's StopIteration has another meaning. */
function raisedOf(error) {
  if (basesOf(error.constructor)[0] !== 'StopIteration') return error;
  return Object.assign(new RuntimeError('coroutine raised StopIteration'), { __cause__: error });
}

function awaitable(value) {
  if (value instanceof Coroutine) return value.start();
  if (value instanceof Future) return value;
  throw new TypeError('this cannot be awaited');
}

// 3. Values: what the runner names, and what it is told of. Objects are numbers to it.

const words = {
  create_task(coroutine) {
    if (!run.loop.isRunning) throw new RuntimeError('no running event loop');
    return createTask(coroutine);
  },
  sleep: (delay, result = null) => new Coroutine('sleep', sleep(run.loop, delay, result)),
  list: (items = []) => [...items],
  StringIO: () => ({}), // no more than an object of its own
};
const members = { // of Python's names, those that JavaScript has not
  create_task: (_, coroutine) => createTask(coroutine),
  run_until_complete: (loop, future) => loop.runUntilComplete(future),
  time: (loop) => loop.time,
  append: (list, value) => { list.push(value); },
  __setattr__: (error, name, value) => { error[name] = value; },
};
function createTask(coroutine) {
  if (!(coroutine instanceof Coroutine)) throw new TypeError('a coroutine was expected');
  return new Task(run.loop, coroutine);
}

function valueOf(named) {
  if (typeof named !== 'object' || named === null) return named;
  if ('ref' in named) return run.objects[named.ref];
  if ('word' in named) return named.word === 'loop' ? run.loop : words[named.word];
  if ('exception' in named) return typeOf(named.exception);
  if ('list' in named) return named.list.map(valueOf);
  if ('call' in named) return call(valueOf(named.call), named.positional.map(valueOf));
  if ('coroutine' in named) return new Coroutine(named.coroutine, body(named.runs)); // it asks when it runs, not now
  if ('body' in named) return () => { throw new Error('no function of a program is claimed to be called'); };
  const of = valueOf(named.of);
  if (named.member === '__cause__') return of.__cause__ ?? null;
  const member = members[named.member];
  return member === undefined ? of[named.member].bind(of) : (...given) => member(of, ...given);
}

const call = (callee, positional) => (types.has(callee) ? new callee(...positional) : callee(...positional));

function tell(value) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  const known = run.objects.indexOf(value);
  const ref = known >= 0 ? known : run.objects.push(value) - 1; // kept, so that no number comes twice
  if (value instanceof Error) return { ref, kind: 'exception', types: basesOf(value.constructor), args: (value.args ?? []).map(tell) };
  if (Array.isArray(value)) return { ref, kind: 'list', items: value.map(tell) };
  const kinds = [[Task, 'Task'], [Future, 'Future'], [Loop, 'Loop'], [Coroutine, 'coroutine'], [Function, 'function']];
  return { ref, kind: kinds.find(([type]) => value instanceof type)?.[1] ?? 'object' };
}

// 4. Exceptions: those of task.mjs by Python's names and with Python's bases, and all others made as they are asked for.

const types = new Map(); // the names of a type and of its bases, by the type
function declare(name, base, type) {
  class Own extends Error {
    constructor(...args) { super(String(args[0] ?? '')); this.args = args; }
  }
  types.set(type ?? Own, [name, ...(base === null ? [] : types.get(typeOf(base)))]);
  return type ?? Own;
}
const typeOf = (name) => [...types].find(([, [known]]) => known === name)?.[0] ?? declare(name, 'Exception');
const basesOf = (type) => types.get(type) ?? basesOf(Object.getPrototypeOf(type));
declare('BaseException', null);
declare('Exception', 'BaseException', Error);
declare('TypeError', 'Exception', TypeError);
declare('CancelledError', 'BaseException', CancelledError);
declare('InvalidStateError', 'Exception', InvalidStateError);
declare('RuntimeError', 'Exception', RuntimeError);

// 5. The conversation: a greeting, and then one program after the other.

console.log = console.error; // standard output is the protocol's
const { nonce } = hear();
say({
  type: 'ready', protocol: 1, implementation: 'mine', version: '0.1', language: 'JavaScript', target: '3.8', task: 'task.mjs Task', modes: ['puppet'],
  // Scenarios that need anything else are unsupported. Claim more as you have more.
  capabilities: ['create_task', 'cancel', 'cancelled', 'done', 'result', 'exception', 'virtual-clock'],
});
let run;
for (;;) {
  const { type, id, exceptions } = hear();
  if (type !== 'run') {
    say({ type: 'error', message: `it knows no request ${type}` });
    continue;
  }
  run = { id, passes: 0, isOver: false, objects: [], loop: new Loop(() => { run.passes += 1; }) };
  for (const { name, base } of exceptions) declare(name, base);
  try {
    body(0).next(); // drive, outside any coroutine
  } catch (error) {
    if (error !== stopped) throw error;
  }
  run.isOver = true;
  say({ type: 'done', id, result: 'ok', end: { kind: 'ended' } });
}
