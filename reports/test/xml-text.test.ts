import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { xmlText } from '../xml-text.ts';

const writing = suite('text in XML');

writing('nothing is markup, not even the end of a section', () => assert.is(xmlText(`<a b="c">&']]>`), '&lt;a b=&quot;c&quot;&gt;&amp;&apos;]]&gt;'));
writing('lines stay, what XML forbids does not come through', () => assert.is(xmlText('a\nb\u0000\ufffe\ud800\u001b'), 'a\nb\\u{0}\\u{fffe}\\u{d800}\\e'));
writing('all other text stays as it is', () => assert.is(xmlText('Grüße, 任务, 😀'), 'Grüße, 任务, 😀'));

writing.run();
