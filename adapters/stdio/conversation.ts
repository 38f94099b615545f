// The only place for the scripted conversation that tries an adapter by the page of the protocol, line by line.

import type { Problem, Section, Step } from '../../conformance/check/checkup.ts';
import type { OpenLink } from '../line-child/link.ts';
import { ProtocolError } from './check.ts';
import { protocolVersion } from './message.ts';
import { readMessage } from './read-message.ts';
import { type Reply, Talk } from './talk.ts';

/** A version that there will never be. */
const noVersion = 1_000_000;

/** What holds where each step is ok. */
const titles = {
  ready: 'it answers hello with ready, as the page says',
  versions: 'of several versions it chooses one that it has',
  'unknown-fields': 'fields that it does not know are ignored',
  'input-ends': 'where its input ends, it ends',
  'unknown-request': 'a request that it does not know is answered with an error, and it lives on',
  'unknown-version': 'where it has none of the versions, it says so',
} as const;
type Name = keyof typeof titles;

/** The steps for what is not reached in this way, so that none is left out in silence. */
export const conversationNotApplicable = (why: string): readonly Step[] =>
  Object.entries(titles).map(([name, title]) => ({ name, title, standing: 'not applicable', why, problem: null }));

interface Wrong {
  readonly expected: string;
  readonly section: Section;
  readonly todo: string;
}

/** `milliseconds`: real time until silence is an answer. Each process is gone when it is over. */
export async function conversation(open: OpenLink, milliseconds: number): Promise<readonly Step[]> {
  const alone = async <T>(talks: (talk: Talk) => Promise<T>): Promise<T> => {
    const talk = new Talk(open, milliseconds);
    const told = await talks(talk);
    await talk.kill();
    return told;
  };
  const first = await alone(firstMeeting);
  if (first.some(({ standing }) => standing === 'not ok')) return [...first, ...rest(first, 'it did not come through what comes before')];
  return [...first, await alone(unknownRequest), await alone(unknownVersion)];
}

const rest = (tried: readonly Step[], why: string): readonly Step[] =>
  Object.entries(titles).filter(([name]) => tried.every((step) => step.name !== name)).map(([name, title]) => ({ name, title, standing: 'not run', why, problem: null }));

const ok = (name: Name, why: string | null = null): Step => ({ name, title: titles[name], standing: 'ok', why, problem: null });

function wrong(name: Name, talk: Talk, { expected, section, todo }: Wrong): Step {
  const problem: Problem = { sent: talk.sent.slice(-2), came: talk.came.slice(-14), expected, section, todo };
  return { name, title: titles[name], standing: 'not ok', why: null, problem };
}

/** One process, from hello to the end of its input. */
async function firstMeeting(talk: Talk): Promise<readonly Step[]> {
  const steps: Step[] = [];
  talk.hello([protocolVersion, noVersion], { check: { of: ['what', 'nobody', 'knows'] } });
  const greeting = await talk.next();
  const mistake = mistakeIn(greeting, talk.nonce);
  if (mistake !== null) {
    return [wrong('ready', talk, { section: 'The start', ...mistake })];
  }
  steps.push(ok('ready'), ok('versions'));
  if (!await smallProgram(talk, modeIn(greeting))) {
    return [...steps, wrong('unknown-fields', talk, { expected: 'done with "ok" of a program that does nothing; its run has a field "check" that no page names', section: 'Lines', todo: 'Look only for the fields that you know.' })];
  }
  steps.push(ok('unknown-fields'));
  talk.finish();
  let end = await talk.next();
  while (end.kind === 'message') end = await talk.next();
  steps.push(end.kind === 'end' ? ok('input-ends') : wrong('input-ends', talk, {
    expected: 'its end soon after the end of its input', section: 'Lines', todo: 'Leave the loop that reads when there is nothing to read, and end the process.',
  }));
  return steps;
}

async function unknownRequest(talk: Talk): Promise<Step> {
  talk.hello([protocolVersion]);
  const greeting = await talk.next();
  talk.say({ type: 'check', id: 'check-1' });
  const runs = await smallProgram(talk, modeIn(greeting));
  const answered = talk.came.some((line) => /"type"\s*:\s*"error"/u.test(line));
  if (runs) return ok('unknown-request', answered ? null : 'it ignored it: an error would tell a runner of a later version what it does not know');
  return wrong('unknown-request', talk, {
    expected: 'an error, and after it done with "ok" of a program that does nothing', section: 'Requests that it does not know',
    todo: 'Answer whatever is neither hello, run nor do with {"type":"error","nonce":…,"message":…}, and read on.',
  });
}

interface Mode {
  readonly mode: 'program' | 'puppet';
  readonly asPython: boolean;
}

const modeIn = (greeting: Reply): Mode => {
  const of = greeting.kind === 'message' ? greeting.of : {};
  const [first]: readonly unknown[] = Array.isArray(of['modes']) ? of['modes'] : [];
  return { mode: first === 'puppet' ? 'puppet' : 'program', asPython: of['programAs'] === 'python' };
};

const greets = 'Read one line, and answer it with ready, the nonce of hello among its fields; flush what you write.';

/** Null where it is a `ready` as the page says, else what was expected, and what to do. */
function mistakeIn(reply: Reply, nonce: string): Pick<Wrong, 'expected' | 'todo'> | null {
  if (reply.kind !== 'message') return { expected: 'ready', todo: greets };
  try {
    const message = readMessage(reply.line, nonce);
    if (message?.type === 'refused') return { expected: `ready, and it refused: ${message.why}`, todo: message.hint ?? 'See to what it says.' };
    return message?.type === 'ready' ? null : { expected: 'ready', todo: greets };
  } catch (error) {
    if (error instanceof ProtocolError) return { expected: error.message, todo: greets };
    throw error;
  }
}

/** A program that does nothing, driven by hand in either mode; whether it came to its end. */
async function smallProgram(talk: Talk, { mode, asPython }: Mode): Promise<boolean> {
  const id = 'run-1';
  const budget = { loopSteps: 1000, virtualSeconds: 1000, wallMilliseconds: 60_000 };
  const content = mode === 'puppet' ? { exceptions: [] }
    : asPython ? { python: { source: 'pass\n', lines: [0], shared: [], texts: [] } }
      : { program: { exceptions: [], variables: [], futures: [], shared: [], bodies: [], drive: [], texts: [] } };
  talk.say({ type: 'run', id, mode, budget, notes: false, ...content, check: true });
  for (;;) {
    const reply = await talk.next();
    if (reply.kind !== 'message') return false;
    if (reply.of['type'] === 'ask') talk.say({ type: 'do', id, frame: 0, verb: 'return', value: null });
    if (reply.of['type'] === 'done') return reply.of['id'] === id && reply.of['result'] === 'ok';
    if (reply.of['type'] !== 'ask' && reply.of['type'] !== 'error') return false;
  }
}

async function unknownVersion(talk: Talk): Promise<Step> {
  talk.hello([noVersion]);
  const reply = await talk.next();
  const todo = 'Answer refused, with a why, where none of hello.versions is yours.';
  if (reply.kind === 'message' && reply.of['type'] === 'refused') return ok('unknown-version');
  if (reply.kind === 'message' && reply.of['type'] === 'ready' && reply.of['protocol'] === protocolVersion) {
    return ok('unknown-version', 'it said which one it speaks, which ends the conversation as well; refused could say why');
  }
  return wrong('unknown-version', talk, { expected: `refused, since no adapter speaks version ${noVersion}`, section: 'The start', todo });
}
