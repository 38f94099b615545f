// The only place for what an adapter can do to its runner: an honest one, puppet.mjs, with one trick played on it.
//
//     node hostile.mjs TRICK MODULE-TO-JUDGE
//
// Each process that it starts is written to the file that HOSTILE_PIDS names.

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [, , trick, module] = process.argv;
const { readSync, writeSync } = fs;
let nonce = '';
let greeting;

const raw = (bytes) => {
  for (let rest = Buffer.from(bytes); rest.length > 0;) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
};
const say = (message) => raw(`${JSON.stringify({ nonce, ...message })}\n`);
const note = (pid) => fs.appendFileSync(process.env.HOSTILE_PIDS, `${pid}\n`);
const forever = () => { for (;;); };
const silence = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
const helper = (options) => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit', ...options });
  child.unref();
  note(child.pid);
};
const flood = (descriptor, line) => {
  const chunk = Buffer.from(line.repeat(Math.ceil(65_536 / line.length)));
  for (let written = 0; written < 2 ** 30;) {
    try {
      written += writeSync(descriptor, chunk);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
};
const unsupported = (message) => (message.type === 'done' ? { type: 'done', nonce, id: message.id, result: 'unsupported', capability: 'cancel' } : message);
const number = (id) => Number(id.slice('run-'.length));

/** By name: `start` before anything, `run` as the second program has come, `run` of each with `each`, `said` instead of what is said. */
const tricks = {
  'hangs at its start': { start: forever },
  'hangs at its start, and ignores SIGTERM': { start() { process.on('SIGTERM', () => {}); forever(); } },
  'exits with 0 at its start': { start: () => process.exit(0) },
  'prints for ever at its start': { start() { for (;;) raw(`${'x'.repeat(1000)}\n`); } },
  'half a line at its start, then silence': { start() { raw('{"type":"ready",'); silence(); } },
  'a byte a second at its start': { start() { for (;;) { raw('x'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000); } } },
  'another nonce': { said: (message) => ({ ...message, nonce: 'another' }) },
  'a version that was not offered': { said: (message) => (message.type === 'ready' ? { ...message, protocol: 2 } : message) },
  'capabilities that do not exist': { said: (message) => (message.type === 'ready' ? { ...message, capabilities: ['everything'] } : message) },
  'claims stacks as a puppet': { said: (message) => (message.type === 'ready' ? { ...message, capabilities: [...message.capabilities, 'get_stack'] } : message) },

  'hangs': { run: forever },
  'hangs, and ignores SIGTERM': { run() { process.on('SIGTERM', () => {}); forever(); } },
  'hangs in each program': { each: forever },
  'exits with 0': { run: () => process.exit(0) },
  'ends by a signal': { run: () => process.kill(process.pid, 'SIGSEGV') },
  'exits in each program': { each: () => process.exit(0) },
  'exits in each third program': { each: (id) => number(id) % 3 === 0 && process.exit(9) },
  'exits, and never starts again': { start: () => fs.readFileSync(process.env.HOSTILE_PIDS, 'utf8').split('\n').length > 2 && process.exit(4), run: () => process.exit(4) },
  'exits, and hangs at each new start': { start: () => fs.readFileSync(process.env.HOSTILE_PIDS, 'utf8').split('\n').length > 2 && forever(), run: () => process.exit(4) },
  'exits, with a child that keeps its output open': { run() { helper({}); process.exit(5); } },
  'exits, with a child that left the group': { run() { helper({ detached: true }); process.exit(5); } },
  'hangs, with a child that left the group': { run() { helper({ detached: true }); forever(); } },
  'half a line, then silence': { run() { raw(`{"nonce":"${nonce}","ty`); silence(); } },
  'a byte a second': { run() { for (;;) { raw('x'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000); } } },
  'closes its input': { run() { fs.closeSync(0); silence(); } },
  'invalid UTF-8': { run: () => raw(Buffer.concat([Buffer.from(`{"nonce":"${nonce}","type":"`), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('"}\n')])) },
  'invalid UTF-8 that is no message': { run: () => raw(Buffer.from([0xff, 0xfe, 0xc3, 0x0a])) },
  'invalid JSON': { run: () => raw(`{"nonce":"${nonce}",}\n`) },
  'JSON of another shape': { run: (id) => say({ type: 'ask', id, pass: 'first', frame: {} }) },
  'JSON nested without end': { run: (id) => raw(`{"nonce":"${nonce}","type":"ask","id":"${id}","pass":0,"frame":0,"outcome":{"raised":${'{"ref":1,"kind":"exception","types":["E"],"args":['.repeat(20_000)}`.concat(']}'.repeat(20_000), '}}\n')) },
  'a message that does not exist': { run: (id) => say({ type: 'passed', id }) },
  'a second ready': { run: () => say(greeting) },
  'refuses after it was ready': { run: () => say({ type: 'refused', why: 'I changed my mind' }) },
  'an id that was never given': { run: () => say({ type: 'done', id: 'run-77', result: 'ok', end: { kind: 'ended' } }) },
  'another nonce in a run': { said: (message) => (message.id === 'run-2' ? { ...message, nonce: 'another' } : message) },
  'answers before it is asked': { each: (id) => id === 'run-1' && say({ type: 'done', id: 'run-2', result: 'ok', end: { kind: 'ended' } }) },
  'answers twice': { twice: true },
  'answers late': { run: (id) => say({ type: 'done', id: `run-${number(id) - 1}`, result: 'ok', end: { kind: 'ended' } }) },
  'says that it passed': { run: (id) => say({ type: 'done', id, result: 'ok', end: { kind: 'ended' } }) },
  'unsupported, though claimed': { said: (message) => (message.id === 'run-2' ? unsupported(message) : message) },
  'unsupported, though claimed, in each program': { said: (message) => unsupported(message) },
  'events of a program that is over, for ever': { run() { for (;;) say({ type: 'observation', id: 'run-1', observation: { kind: 'reached', step: 1 } }); } },
  'asks for ever, and reads no answer': { run(id) { for (;;) say({ type: 'ask', id, pass: 0, called: 'worker', positional: [] }); } },
  'asks of a program that is over, and reads no answer': { run() { for (;;) say({ type: 'ask', id: 'run-1', pass: 0, frame: 0 }); } },
  '1 GB on standard output, in lines': { run: () => flood(1, `${'x'.repeat(4095)}\n`) },
  '1 GB on standard output, in one line': { run: () => flood(1, 'x') },
  '1 GB on standard error': { run: () => flood(2, `${'x'.repeat(4095)}\n`) },
  'a flood of line ends': { run() { for (const ends = '\n'.repeat(65_536); ;) raw(ends); } },
  'a line of 100 MB': { run() { for (let written = 0; written < 100; written += 1) raw('x'.repeat(2 ** 20)); raw('\n'); } },
  'a message of 2 MB': { run: (id) => say({ type: 'done', id, result: 'adapter-error', message: 'x'.repeat(2 ** 21) }) },
  'exhausts its memory': { run() { for (const hoard = []; ;) hoard.push(new Array(100_000).fill(hoard.length)); } },
};

const { start, run, each, said, twice } = tricks[trick];
note(process.pid);
start?.();

fs.readSync = (descriptor, buffer, ...rest) => {
  const length = readSync(descriptor, buffer, ...rest);
  for (const line of buffer.toString('latin1', 0, length).split('\n')) {
    nonce = /"nonce":"(\w+)"/.exec(line)?.[1] ?? nonce;
    const id = /^\{"type":"run","id":"(run-\d+)"/.exec(line)?.[1];
    if (id === 'run-2') run?.(id);
    if (id !== undefined) each?.(id);
  }
  return length;
};
fs.writeSync = (descriptor, text) => {
  const message = JSON.parse(text);
  greeting ??= message;
  raw(`${JSON.stringify(said?.(message) ?? message)}\n`);
  if (twice && message.type === 'done') raw(text);
};
syncBuiltinESMExports();
process.argv.splice(2, 2, module);
await import('../examples/puppet.mjs');
