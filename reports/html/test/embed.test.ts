// Data in a page: it cannot end its element, and is packed where it is large.

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dataPlace, embed } from '../embed.ts';
import { dataIn } from '../../test/page-data.ts';

const embedding = suite('embed');
const page = `<!doctype html><html><head><title>x</title></head><body>${dataPlace}</body></html>`;

embedding('what would end or begin an element does not, and is read again as it was', () => {
  const text = '</script><!--<script>&amp;$&$1';
  const made = embed(page, { text });
  assert.is(made.split('<').length, page.split('<').length + 1);
  assert.equal(dataIn(made), { text });
});

embedding('what is large is packed, and is read again as it was', () => {
  const data = { texts: Array.from({ length: 20_000 }, (_, number) => `step ${number} <b>`) };
  const made = embed(page, data);
  assert.match(made, /data-packed/u);
  assert.ok(made.length < 200_000);
  assert.equal(dataIn(made), data);
  assert.is(made, embed(page, data));
});

embedding('a page without a place for data is a bug, and said to be one', () => assert.throws(() => embed('<p>', {}), /no <!--data-->/u));

embedding.run();
