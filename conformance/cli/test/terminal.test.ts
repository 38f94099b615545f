import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { wantsColour, widthOf } from '../terminal.ts';

const terminal = suite('the terminal');

terminal('colours are for terminals, but for dumb ones', () => {
  assert.equal([wantsColour({}, true), wantsColour({}, false), wantsColour({ TERM: 'dumb' }, true)], [true, false, false]);
});

terminal('FORCE_COLOR decides where it says something, NO_COLOR before it', () => {
  assert.equal(['1', 'true', '', '0', 'false'].map((value) => wantsColour({ FORCE_COLOR: value }, false)), [true, true, false, false, false]);
  assert.not(wantsColour({ FORCE_COLOR: '0' }, true));
  assert.not(wantsColour({ FORCE_COLOR: '1', NO_COLOR: '1' }, true));
  assert.ok(wantsColour({ NO_COLOR: '' }, true));
});

terminal('the width is that of the terminal, else of COLUMNS, else a hundred', () => {
  assert.equal([widthOf({}, 132), widthOf({ COLUMNS: '80' }, undefined), widthOf({}, undefined)], [132, 80, 100]);
});

terminal('a width in which nothing can be read does not count', () => {
  assert.equal([widthOf({}, 0), widthOf({ COLUMNS: '12' }, undefined), widthOf({ COLUMNS: 'wide' }, undefined)], [100, 100, 100]);
});

terminal.run();
