/** Holds which members a registry keeps, and when it lets them go. */
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { Registry } from '../registry.ts';

const ROOM = 1000;
const DONE = { done: () => true };
const PENDING = { done: () => false };

/** Members are told apart by identity, so each is an object of its own. */
const fill = (registry: Registry<{ done(): boolean }>, count: number, member: { done(): boolean }): void => {
  for (let n = 0; n < count; n++) registry.add({ ...member });
};

const registry = suite('registry');

registry('members come in the order in which they were added, in a new set each time', () => {
  const one = new Registry<{ done(): boolean }>();
  one.add(DONE);
  one.add(PENDING);
  assert.equal([...one.members()], [DONE, PENDING]);
  one.members().clear();
  assert.is(one.members().size, 2);
});

registry('pending gives those that are not done, and lets nobody go', () => {
  const one = new Registry<{ done(): boolean }>();
  one.add(DONE);
  one.add(PENDING);
  assert.equal(one.pending(), [PENDING]);
  assert.is(one.members().size, 2);
});

registry('done members stay until there are a thousand, then all of them go', () => {
  const one = new Registry<{ done(): boolean }>();
  fill(one, ROOM, DONE);
  assert.is(one.members().size, ROOM);
  one.add(DONE);
  assert.is(one.members().size, 1);
});

registry('members that are not done always stay', () => {
  const one = new Registry<{ done(): boolean }>();
  fill(one, 5 * ROOM, PENDING);
  assert.is(one.members().size, 5 * ROOM);
});

registry('room grows with the members that stay, so that each is looked at only a few times', () => {
  const one = new Registry<{ done(): boolean }>();
  let looks = 0;
  const counted = { done: () => (looks += 1) < 0 };
  fill(one, 100 * ROOM, counted);
  assert.ok(looks < 200 * ROOM, `${looks} looks at ${100 * ROOM} members`);
});

registry.run();
