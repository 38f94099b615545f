// The page's address, written and read again.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { addressText, home, linkTo, parseAddress } from '../app/address.ts';
import type { Address } from '../app/address.ts';

const addressing = suite('the address');

const full: Address = {
  view: { kind: 'scenario', id: 'cancel/what & why?#50%' }, on: 'python:/a b/python3', text: 'a+b & "c"', marks: ['fail', 'not owed'], levels: ['must'], classes: ['core', 'python-syntax'],
  implementations: ['a,b', 'c=d'], differing: true, all: true, open: ['task.a.b'], shut: ['cancel', 'task.c.d'],
};

addressing('what is written is read again, whatever names are in it', () => {
  assert.equal(parseAddress(addressText(full)), full);
  assert.equal(parseAddress(addressText(home)), home);
});

addressing('home says nothing, and a filter says only itself', () => {
  assert.is(addressText(home), '#/');
  assert.is(addressText({ ...home, marks: ['fail'] }), '#/?v=fail');
});

addressing('a link keeps the filters, so that the way back leads to what was seen', () => {
  const link = linkTo(full, { kind: 'clause', id: 'task.a.b' });
  assert.is(link.split('?')[0], '#/clause/task.a.b');
  assert.equal(parseAddress(linkTo(parseAddress(link), { kind: 'matrix' })), { ...full, view: { kind: 'matrix' }, on: '' });
});

for (const hash of ['', '#', '#/', '#nonsense', '#/nonsense/a?b', '#/?unknown=1']) {
  addressing(`${hash === '' ? 'nothing' : hash} is home`, () => assert.equal(parseAddress(hash), home));
}

addressing('half an escape is taken as it stands', () => {
  assert.equal(parseAddress('#/scenario/%E0%A4%A').view, { kind: 'scenario', id: '%E0%A4%A' });
});

addressing.run();
