// A taskspec adapter for a Task in JavaScript in puppet mode: it does what the runner says, and decides nothing. See ../PROTOCOL.md.
// The argument is the module to judge, taskspec/reference if there is none; javascript-names.mjs says what it calls things.
//
//     taskspec run "stdio:node adapters/examples/puppet.mjs"

import { readSync, writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Keywords, namesFor, raise } from './javascript-names.mjs';

const lib = await import(process.argv[2] === undefined ? 'taskspec/reference' : pathToFileURL(process.argv[2]).href);
const over = 'over'; // thrown to leave the loop and the bodies once the program is over
let play; // the run: its objects by number, its functions by name, and what it came to

const python = namesFor(lib, {
  passed(time) {
    play.passes += 1;
    if (play.result || play.passes > play.budget.loopSteps) end({ result: 'budget', budget: 'loop steps' });
    if (time > play.budget.virtualSeconds) end({ result: 'budget', budget: 'virtual seconds' });
  },
  stuck: () => end({ result: 'ok', end: { kind: 'stuck' } }),
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
function end(result) { // from now on all bodies are silent
  play.result ??= result;
  throw over;
}
function ask(question) {
  if (play.result) throw over;
  say({ type: 'ask', id: play.id, pass: play.passes, ...question });
  const act = hear();
  return act.verb === 'stop' ? end({ result: 'stopped' }) : act;
}

function* body(question) { // of every coroutine and function; that of a function never awaits
  let act = ask(question);
  while (act.verb !== 'return' && act.verb !== 'raise') {
    let outcome;
    try {
      const value = act.verb === 'await' ? yield* lib.awaitable(valueOf(act.of)) : perform(act);
      outcome = { value: tell(value, act.verb === 'tell') };
    } catch (error) {
      outcome = { raised: tell(error) };
    }
    act = ask({ frame: act.frame, outcome });
  }
  return act.verb === 'raise' ? raise(valueOf(act.error)) : valueOf(act.value);
}

function* coroutine(frame) { // as Python's coroutines do, for which StopIteration has another meaning
  try {
    return yield* body({ frame });
  } catch (error) {
    if (!errors.typesOf(error).includes('StopIteration')) throw error;
    const instead = errors.make('RuntimeError', ['coroutine raised StopIteration']);
    errors.causes.set(instead, error);
    throw instead;
  }
}

function perform(act) {
  switch (act.verb) {
    case 'call': return call(valueOf(act.callee), act.positional.map(valueOf), Object.entries(act.keywords));
    case 'tell': return valueOf(act.of);
    case 'coroutine': return new lib.Coroutine(act.body, coroutine(act.runs)); // it asks when it runs, not now
    case 'chain': return void errors.causes.set(valueOf(act.error), valueOf(act.cause));
    case 'cycle': return python.work(valueOf(act.loop), act.idle);
  }
}

function call(callee, positional, keywords) {
  if (errors.isType(callee)) return errors.raised(callee, positional);
  if (typeof callee !== 'function') throw errors.make('TypeError', ['it is not callable']);
  const options = new Keywords(Object.fromEntries(keywords.map(([name, value]) => [name, valueOf(value)])));
  const all = keywords.length === 0 ? positional : [...positional, options];
  return python.isClass(callee) ? new callee(...all) : callee(...all);
}

function valueOf(named) { // what the runner named
  if (typeof named !== 'object' || named === null) return named;
  if ('ref' in named) return play.objects[named.ref];
  if ('word' in named) return named.word === 'loop' ? play.loop : python.words[named.word];
  if ('exception' in named) return errors.type(named.exception);
  if ('list' in named) return named.list.map(valueOf);
  if ('member' in named) return python.member(valueOf(named.of), named.member);
  return play.functions[named.body] ??= (...given) => body({ called: named.body, positional: given.map((one) => tell(one)) }).next().value;
}

function tell(value, withItems = false) { // constants as they are, objects by number
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean') return value ?? null;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : '...';
  const ref = play.numbers.get(value) ?? play.objects.push(value) - 1;
  play.numbers.set(value, ref);
  const types = errors.typesOf(value);
  if (types.length > 0) return { ref, kind: 'exception', types, args: errors.argsOf(value).map((one) => tell(one)) };
  const kind = errors.isType(value) ? 'exception type' : python.kinds.find(([type]) => value instanceof type)?.[1] ?? 'object';
  return withItems && (kind === 'list' || kind === 'set') ? { ref, kind, items: [...value].map((one) => tell(one)) } : { ref, kind };
}

console.log = console.error; // standard output is the protocol's
const { nonce } = hear();
say({ type: 'ready', protocol: 1, implementation: 'taskspec reference', version: '3.7', language: 'JavaScript', target: '3.8',
  task: 'Task', capabilities: python.capabilities, modes: ['puppet'] });
for (;;) {
  const { id, budget, exceptions } = hear();
  play = { id, budget, passes: 0, result: null, objects: [], numbers: new Map(), functions: {} };
  for (const { name, base } of exceptions) errors.declare(name, base);
  try {
    play.loop = python.newLoop();
    lib.setEventLoop(play.loop);
    new lib.Context().run(() => body({ frame: 0 }).next());
    end({ result: 'ok', end: { kind: 'ended' } });
  } catch (error) {
    if (error !== over) play.result = { result: 'adapter-error', message: String(error?.stack ?? error) };
  }
  say({ type: 'done', id, ...play.result });
}
