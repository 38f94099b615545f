import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { summaryIn } from '../summary-in.ts';

const placing = suite('the summary in a page');
const page = 'before\n<!-- published: `npm run publish-results` writes what stands here -->\nold\n<!-- /published -->\nafter\n';

placing('what stands between the marks is replaced, again and again, and nothing else', () => {
  const once = summaryIn(page, 'new\n');
  assert.is(once, page.replace('old', 'new'));
  assert.is(summaryIn(once, 'new\n'), once);
});

placing('a page without the marks, or with one of them, is refused', () => {
  assert.throws(() => summaryIn('nothing', 'new'), /put both where the summary belongs/u);
  assert.throws(() => summaryIn(page.replace('<!-- /published -->', ''), 'new'), /put both/u);
});

placing.run();
