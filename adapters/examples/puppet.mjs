// A taskspec adapter for a Task in JavaScript in puppet mode: it does as the runner says. See PROTOCOL.md.
// The argument is the module to judge, taskspec/reference if there is none; javascript-names.mjs knows its names.
//
//     taskspec run "stdio:node puppet.mjs"

import { readSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { namesFor } from './javascript-names.mjs';

const lib = await import(process.argv[2] === undefined ? 'taskspec/reference' : pathToFileURL(process.argv[2]).href);
const over = 'over'; // thrown to leave the loop and the bodies once the program is over
let play; // the run: its objects by number, its functions by name, how many passes its loops have made

const python = namesFor(lib, {
  passed() {
    play.passes += 1;
    if (play.isOver) throw over;
  },
  stuck: () => begin({ stuck: true }),
});
const { errors } = python;

// The protocol is spoken at once, within the step of whoever asks: an await here would add cycles.
let unread = '';
function hear() {
  const chunk = Buffer.alloc(65_536);
  while (!unread.includes('\n')) {
    const length = readSync(0, chunk);
    if (length === 0) process.exit();
    unread += chunk.toString('latin1', 0, length); // the runner writes ASCII
  }
  const line = unread.slice(0, unread.indexOf('\n'));
  unread = unread.slice(line.length + 1);
  return JSON.parse(line);
}
function say(message) {
  writeSync(1, `${JSON.stringify({ ...message, nonce })}\n`);
}
function ask(question) {
  if (!play.isOver) {
    say({ type: 'ask', id: play.id, pass: play.passes, time: play.loop.time(), ...question });
    const act = hear();
    if (act.verb !== 'stop') return act;
  }
  play.isOver = true; // from now on all bodies are silent
  throw over;
}

function* body(question) { // of every coroutine and function; that of a function never awaits
  for (;;) {
    const act = ask(question);
    if (act.verb === 'return') return valueOf(act.value);
    if (act.verb === 'raise') throw valueOf(act.error);
    question = { frame: act.frame };
    try {
      const value = valueOf(act.of);
      question.outcome = { value: tell(act.verb === 'await' ? yield* lib.awaitable(value) : value, true) };
    } catch (error) {
      question.outcome = { raised: tell(error) };
    }
  }
}
const begin = (question) => body(question).next().value; // a function, or what else is no coroutine

function valueOf(named) { // what the runner named
  if (typeof named !== 'object' || named === null) return named;
  if ('ref' in named) return play.objects[named.ref];
  if ('word' in named) return named.word === 'loop' ? play.loop : python.words[named.word];
  if ('exception' in named) return errors.type(named.exception);
  if ('list' in named) return named.list.map(valueOf);
  if ('call' in named) return call(named);
  if ('coroutine' in named) return python.coroutine(named.coroutine, body({ frame: named.runs })); // asks when it runs
  if ('member' in named) return python.member(valueOf(named.of), named.member);
  return play.functions[named.body] ??= (...given) => begin({ called: named.body, positional: tellAll(given) });
}

function call({ call: callee, positional, keywords }) { // what is called comes first, then the arguments
  const called = valueOf(callee);
  const given = positional.map(valueOf);
  return python.call(called, given, Object.fromEntries(Object.entries(keywords).map(([name, value]) => [name, valueOf(value)])));
}

function tell(value, withItems = false) { // constants as they are, objects by number
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : '...';
  const ref = play.numbers.get(value) ?? play.objects.push(value) - 1;
  play.numbers.set(value, ref);
  const types = errors.typesOf(value);
  if (types.length > 0) return { ref, kind: 'exception', types, args: tellAll(errors.argsOf(value)) };
  const kind = python.kindOf(value);
  return withItems && (kind === 'list' || kind === 'set') ? { ref, kind, items: tellAll([...value]) } : { ref, kind };
}
const tellAll = (values) => values.map((value) => tell(value));

console.log = console.error; // standard output is the protocol's
const { nonce } = hear();
say({ type: 'ready', protocol: 1, implementation: 'taskspec reference', version: '3.7', language: 'JavaScript',
  target: '3.8', task: 'Task', capabilities: python.capabilities, modes: ['puppet'] });
for (;;) {
  const { type, id, exceptions } = hear();
  if (type !== 'run') {
    say({ type: 'error', message: `it knows no request ${type}` });
    continue;
  }
  play = { id, passes: 0, isOver: false, loop: python.newLoop(), objects: [], numbers: new Map(), functions: {} };
  for (const { name, base } of exceptions) errors.declare(name, base);
  lib.setEventLoop(play.loop);
  try {
    new lib.Context().run(() => begin({ frame: 0 }));
  } catch (error) {
    if (error !== over) throw error;
  }
  play.isOver = true;
  say({ type: 'done', id, result: 'ok', end: { kind: 'ended' } });
}
