import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { LineChild } from '../line-child.ts';
import { lives } from './lives.ts';

const lineChild = suite('a child that speaks in lines');

interface Told {
  readonly child: LineChild;
  readonly lines: string[];
  readonly how: Promise<string>;
}

/** Starts a Node that runs a script. */
function startNode(script: string, file = process.execPath): Told {
  const lines: string[] = [];
  let ended: (how: string) => void = () => undefined;
  const how = new Promise<string>((resolve) => {
    ended = resolve;
  });
  const child = new LineChild({ file, args: ['-e', script] }, { line: (text) => lines.push(text), end: (text) => ended(text) });
  return { child, lines, how };
}

lineChild('gives its lines whole, however they come', async () => {
  const { lines, how } = startNode(`
    const { writeSync } = require('node:fs');
    for (const part of ['one\\ntw', 'o\\n\\nfo', 'ur é😀\\nunfinished']) writeSync(1, part);
  `);
  assert.is(await how, 'exit code 0');
  assert.equal(lines, ['one', 'two', '', 'four é😀']);
});

lineChild('hears what it is sent', async () => {
  const { child, lines, how } = startNode(`
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => line === 'end' ? process.exit(4) : console.log(line + '!'));
  `);
  child.send('a\nb\nend\n');
  assert.is(await how, 'exit code 4');
  assert.equal(lines, ['a!', 'b!']);
  child.send('to nobody\n');
});

lineChild('keeps the end of what it says on standard error, and of an unfinished line', async () => {
  const talkative = startNode("require('node:fs').writeSync(2, 'x'.repeat(100000) + 'the end\\n')");
  await talkative.how;
  assert.ok(talkative.child.output.length <= 4000);
  assert.match(talkative.child.output, /the end\n$/);
  const unfinished = startNode("require('node:fs').writeSync(1, 'no line')");
  await unfinished.how;
  assert.match(unfinished.child.output, /no line$/);
});

lineChild('loses nothing of it where we were long busy as it ended', async () => {
  const { child, how } = startNode("require('node:fs').writeSync(2, 'x'.repeat(300000) + 'the end\\n')");
  const until = performance.now() + 900;
  while (performance.now() < until);
  await how;
  assert.match(child.output, /the end\n$/);
});

lineChild('tells the signal that ended it, and that a file cannot be run', async () => {
  const { child, how } = startNode('setInterval(() => undefined, 1000)');
  child.terminate();
  assert.is(await how, 'signal SIGTERM');
  assert.match(await startNode('', '/no/such/file').how, /ENOENT/);
});

lineChild('ends with all that it started', async () => {
  const { child, lines, how } = startNode(`
    const { spawn } = require('node:child_process');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'inherit' });
    console.log(other.pid);
  `);
  while (lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill();
  assert.is(await how, 'signal SIGKILL');
  const pid = Number(lines[0]);
  for (let tries = 0; tries < 200 && lives(pid); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.not.ok(lives(pid));
});

lineChild('is ended where a line has no end', async () => {
  const { how } = startNode(`
    const { writeSync } = require('node:fs');
    const much = 'x'.repeat(1 << 20);
    for (;;) try { writeSync(1, much); } catch {}
  `);
  assert.match(await how, /it wrote a line of more than \d+ characters/);
});

lineChild.run();
