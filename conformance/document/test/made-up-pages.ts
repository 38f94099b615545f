// The only place for made-up pages, in our own words: an old one and a new one, each in every format that is read.

const htmlOf = (body: string): string => `<!DOCTYPE html>
<html><head><title>Walking</title><script>var a = "<dt id='asyncio.Trap'>";</script></head><body>
<div class="related"><ul><li>Not part of the text.</li></ul></div>
<div class="body">${body}</div>
<div class="footer">Nor is this.</div></body></html>`;

/** As new versions of Sphinx write it. */
export const oldHtml = htmlOf(`
<section id="walking"><h1>Walking<a class="headerlink" href="#walking">¶</a></h1>
<section id="makers"><h2>Makers</h2>
<dl class="py function"><dt class="sig" id="asyncio.make_walker"><span class="sig-prename">asyncio.</span><span class="sig-name">make_walker</span>(<em>shoes</em>)<a class="headerlink" href="#x">¶</a></dt>
<dd><p>Make a walker out of <em>shoes</em>.  It starts at once.</p></dd></dl></section>
<section id="walkers"><h2>Walkers</h2>
<dl class="py class">
<dt class="sig" id="asyncio.Task"><em class="property">class </em>asyncio.Task(<em>shoes</em>, <em>*</em>, <em>pace=None</em>)<a class="headerlink" href="#x">¶</a></dt>
<dd><p>A walker carries <code><span class="pre">shoes</span></code> through
the loop.  It never wears two pairs of them at once.</p>
<div class="versionchanged"><p><span class="versionmodified">Changed in version 3.6: </span>Walkers may whistle.</p></div>
<dl class="py method"><dt class="sig" id="asyncio.Task.stride">stride(<em>far</em>)</dt>
<dd><p>Take a step; the <em>far</em> side comes nearer, although nobody sees it.</p>
<p>For example:</p>
<div class="highlight"><pre><span></span>walker.stride(<span class="mi">2</span>)

<span class="c1"># Expected output:</span>
<span class="c1">#</span>
<span class="c1">#     tap tap</span>
</pre></div></dd></dl>
<dl class="py method"><dt class="sig" id="asyncio.Task.rest">rest()</dt>
<dd><ul class="simple"><li><p>Sit down until somebody calls (or until it rains hard.)</p></li><li>Never snore.</li></ul></dd></dl>
</dd></dl></section></section>`);

/** As old versions of Sphinx wrote it: sections and signatures look otherwise. */
export const olderHtml = oldHtml.replaceAll('<section id=', '<div class="section" id=').replaceAll('</section>', '</div>')
  .replaceAll('class="py method"', 'class="method"').replaceAll('class="py class"', 'class="class"').replaceAll('class="sig"', '');

export const oldRst = `.. currentmodule:: asyncio

=======
Walking
=======

.. a comment, which is
   no text

Makers
======

.. function:: make_walker(shoes)

   Make a walker out of *shoes*.  It starts at once.


Walkers
=======

.. class:: Task(shoes, \\*, pace=None)
   :final:

   A walker carries \`\`shoes\`\` through
   the loop.  It never wears two pairs of them at once.

   .. versionchanged:: 3.6
      Walkers may whistle.

   .. method:: stride(far)

      Take a step; the *far* side comes nearer, although nobody sees it.

      .. _target:

      For example::

          walker.stride(2)

          # Expected output:
          #
          #     tap tap

   .. method:: rest()

      * Sit down until somebody calls (or until it rains
        hard.)
      * Never snore.
`;

/** As Sphinx's text builder writes it. */
export const oldText = `Walking
*******


Makers
======

asyncio.make_walker(shoes)

   Make a walker out of *shoes*.  It starts at once.


Walkers
=======

class asyncio.Task(shoes, *, pace=None)

   A walker carries "shoes" through
   the loop.  It never wears two pairs of them at once.

   Changed in version 3.6: Walkers may whistle.

   stride(far)

      Take a step; the *far* side comes nearer, although nobody sees
      it.

      For example:

         walker.stride(2)

         # Expected output:
         #
         #     tap tap

   rest()

      * Sit down until somebody calls (or until it rains hard.)

      * Never snore.
`;

/** Names in braces, no sections, and a remark where the example stood. */
export const oldBraces = `walking (a page by hand)
The first lines are about the page.

class asyncio.Task(shoes, *, pace=None)

  A walker carries {shoes} through the loop. It never wears two pairs of them at once.

  Changed in version 3.6: Walkers may whistle.

  {stride}(far)
    Take a step; the {far} side comes nearer, although nobody sees it.
    For example:
      {there, a walker takes two steps
       and taps twice}

  {rest}()
    Sit down until somebody calls (or until it rains hard.)
    Never snore.
`;

/** What changed: a parameter, words of a sentence, a note, a member that is gone to another section, and one that is new. */
const changes: readonly (readonly [before: string, after: string])[] = [
  ['pairs of them at once.', 'pairs of them at the same time.'],
  ['Walkers may whistle.', 'Walkers may sing aloud.'],
];

const changed = (text: string, ...more: typeof changes): string =>
  [...changes, ...more].reduce((page, [before, after]) => page.replace(before, after), text);

const restHtml = /<dl class="py method"><dt class="sig" id="asyncio.Task.rest">.*?<\/dd><\/dl>/su.exec(oldHtml)?.[0] ?? '';

export const newHtml = changed(oldHtml,
  ['<em>pace=None</em>', '<em>pace=None</em>, <em>hat=None</em>'],
  [restHtml, '<dl class="py method"><dt class="sig" id="asyncio.Task.hum">hum()</dt><dd><p>Hum a tune.</p></dd></dl>'],
  ['</section></section>', `</section><section id="resting"><h2>Resting</h2>${restHtml}</section></section>`]);

const indented = (text: string): string => text.replace(/^(?=.)/gmu, '   ');
const restRst = /^ {3}\.\. method:: rest\(\)[^]*$/mu.exec(oldRst)?.[0] ?? '';

export const newRst = changed(oldRst,
  ['pace=None)', 'pace=None,\\\n                   hat=None)'],
  [restRst, `   .. method:: hum()\n\n      Hum a tune.\n\nResting\n=======\n\n${restRst.replace(/^ {3}/gmu, '').replace('rest()', 'Task.rest()')}`]);

const restText = /^ {3}rest\(\)[^]*$/mu.exec(oldText)?.[0] ?? '';

export const newText = changed(oldText,
  ['pace=None)', 'pace=None, hat=None)'],
  [restText, `   hum()\n\n      Hum a tune.\n\n\nResting\n=======\n\n${restText.replace(/^ {3}/gmu, '').replace('rest()', 'asyncio.Task.rest()')}`]);

/** A page that Task refers to. */
export const otherRst = `.. module:: asyncio

Shoes
=====

.. class:: Future()

   Shoes are bought in pairs.

   .. classmethod:: lace(string)

      Lace them up.

.. note::

${indented('Nobody says of what this is.')}
`;
