import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Step } from '../../../conformance/check/checkup.ts';
import { linkToChild } from '../../line-child/link.ts';
import { conversation, conversationNotApplicable } from '../conversation.ts';

const talking = suite('the scripted conversation');

/** An adapter in a few words, honest but for one fault; it does whatever a run asks at once. */
const script = (mode: string, fault: string): string => `
const fault = ${JSON.stringify(fault)};
let nonce;
const raw = (line) => require('node:fs').writeSync(1, line + '\\n');
const say = (message) => raw(JSON.stringify({ ...message, nonce }));
if (fault === 'does not start') process.exit(3);
if (fault === 'outlives its input') setInterval(() => {}, 1000);
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  nonce ??= message.nonce;
  if (message.check && fault === 'refuses unknown fields' && message.type === 'run') process.exit(4);
  if (message.type === 'hello') {
    if (fault === 'says nothing') return;
    if (fault === 'refuses') return say({ type: 'refused', why: 'there is no Task', hint: 'Write one.' });
    if (fault === 'says half') return void require('node:fs').writeSync(1, '{"nonce":"' + nonce);
    if (fault === 'claims what there is not') return say({ type: 'ready', protocol: 1, capabilities: ['everything'] });
    if (fault === 'no json') return raw('{"nonce":"' + nonce + '",}');
    if (fault === 'talks without end') for (;;) say({ type: 'observation' });
    if (!message.versions.includes(1)) {
      if (fault === 'silent where it has no version') return;
      if (fault === 'exits where it has no version') process.exit(5);
      if (fault !== 'pretends to every version' && fault !== 'says which version it has') return say({ type: 'refused', why: 'it speaks version 1' });
    }
    return say({ type: 'ready', protocol: fault === 'pretends to every version' ? Math.max(...message.versions) : 1, implementation: 'fake', version: '1', language: 'words',
      target: '3.7', task: 'Task', capabilities: [], modes: ['${mode.split(' ')[0]}'], programAs: '${mode.endsWith('python') ? 'python' : 'data'}' });
  }
  if (message.type === 'run') {
    if ('${mode}' === 'program' && !message.program || '${mode}' === 'program python' && !message.python) process.exit(6);
    return '${mode}' === 'puppet' ? say({ type: 'ask', id: message.id, pass: 0, frame: 0 }) : say({ type: 'done', id: message.id, result: 'ok', end: { kind: 'ended' } });
  }
  if (message.type === 'do' && message.verb === 'return') return say({ type: 'done', id: message.id, result: 'ok', end: { kind: 'ended' } });
  if (fault === 'dies of a request') throw new Error('what is that?');
  if (fault === 'gives up at a request') return say({ type: 'done', id: message.id, result: 'adapter-error', message: 'what is that?' });
  if (fault !== 'ignores a request') say({ type: 'error', message: 'it knows no request ' + message.type });
});
`;

/** Long where silence is no answer; then it is waited for this long. */
const patient = 60_000;

const talk = (fault: string, mode = 'program', milliseconds = patient): Promise<readonly Step[]> =>
  conversation(linkToChild({ file: process.execPath, args: ['-e', script(mode, fault)] }), milliseconds);

const told = (steps: readonly Step[]): readonly string[] => steps.map(({ name, standing }) => `${name} ${standing}`);
const allOk = ['ready ok', 'versions ok', 'unknown-fields ok', 'input-ends ok', 'unknown-request ok', 'unknown-version ok'];

talking('of one that refuses its own words are told, and what it says to do', async () => {
  const [first] = await talk('refuses');
  assert.equal([first?.name, first?.standing, first?.problem?.expected, first?.problem?.todo], ['ready', 'not ok', 'ready, and it refused: there is no Task', 'Write one.']);
});

for (const mode of ['program', 'program python', 'puppet']) {
  talking(`an honest adapter comes through it, in the mode ${mode}`, async () => {
    const steps = await talk('none', mode);
    assert.equal(told(steps), allOk);
    assert.ok(steps.every(({ why, problem }) => why === null && problem === null));
  });
}

talking('what could be better is said beside what is right', async () => {
  const [ignored, named] = await Promise.all([talk('ignores a request'), talk('says which version it has')]);
  assert.equal(told(ignored), allOk);
  assert.match(ignored.find(({ name }) => name === 'unknown-request')?.why ?? '', /^it ignored it/u);
  assert.equal(told(named), allOk);
  assert.match(named.find(({ name }) => name === 'unknown-version')?.why ?? '', /^it said which one it speaks/u);
});

/** Begun at once, as all that they do is wait. */
const slow = new Map(['outlives its input', 'silent where it has no version'].map((fault) => [fault, talk(fault, 'program', 10_000)]));

const problemOf = (steps: readonly Step[], name: string): NonNullable<Step['problem']> => {
  const problem = steps.find((step) => step.name === name)?.problem;
  if (problem == null) throw new Error(`${name} has no problem: ${told(steps).join(', ')}`);
  return problem;
};

for (const [fault, name, expected, came, milliseconds] of [
  ['does not start', 'ready', /^ready$/u, /^it ended \(exit code 3\)$/u, patient],
  ['says nothing', 'ready', /^ready$/u, /^nothing within 0\.3 s$/u, 300],
  ['says half', 'ready', /^ready$/u, /^nothing within 0\.3 s$/u, 300],
  ['claims what there is not', 'ready', /^ready\.implementation: expected a text, got nothing$/u, /everything/u, patient],
  ['no json', 'ready', /^a line with our nonce is no JSON object/u, /,\}$/u, patient],
  ['talks without end', 'ready', /^observation\.id: expected a text, got nothing$/u, /./u, patient],
  ['pretends to every version', 'ready', /^ready\.protocol: expected a version that was offered: 1, got 1000000$/u, /1000000/u, patient],
  ['refuses unknown fields', 'unknown-fields', /a field "check" that no page names$/u, /exit code 4/u, patient],
  ['outlives its input', 'input-ends', /^its end soon after/u, /^nothing within 10 s$/u, 10_000],
  ['dies of a request', 'unknown-request', /^an error, and after it done/u, /what is that/u, patient],
  ['gives up at a request', 'unknown-request', /^an error, and after it done/u, /adapter-error/u, patient],
  ['silent where it has no version', 'unknown-version', /^refused, since/u, /^nothing within 10 s$/u, 10_000],
  ['exits where it has no version', 'unknown-version', /^refused, since/u, /exit code 5/u, patient],
] as const) {
  talking(`an adapter that ${fault} fails at ${name}, and is told what to do`, async () => {
    const steps = await (slow.get(fault) ?? talk(fault, 'program', milliseconds));
    assert.equal(steps.filter(({ standing }) => standing === 'not ok').map((step) => step.name), [name]);
    assert.equal(new Set(steps.map((step) => step.name)).size, allOk.length, 'none is left out');
    const problem = problemOf(steps, name);
    assert.match(problem.expected, expected);
    assert.ok(problem.came.some((line) => came.test(line)), problem.came.join('\n'));
    assert.ok(problem.sent.length > 0 && problem.todo !== '');
  });
}

talking('what is reached otherwise has each step, with the reason why it does not apply', () => {
  const steps = conversationNotApplicable('no protocol is spoken with it');
  assert.equal(told(steps), allOk.map((one) => one.replace('ok', 'not applicable')));
  assert.ok(steps.every(({ why }) => why === 'no protocol is spoken with it'));
});

talking.run();
