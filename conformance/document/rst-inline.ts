// The only place that takes the markup out of a line of reStructuredText: what remains is what Sphinx would show.

/** Words inside `:role:`, literals, emphasis and links, as they read on the page. */
export function plainText(source: string): string {
  return source
    .replace(/:([a-z:+-]+):`([^`]*)`/gu, (_, role: string, content: string) => roleText(role, content))
    .replace(/``(.+?)``/gu, '$1')
    .replace(/`([^`<]+?)\s*<[^>`]*>`__?/gu, '$1')
    .replace(/`([^`]+)`_?_?/gu, '$1')
    .replace(/\*\*(?=\S)(.+?)\*\*/gu, '$1')
    .replace(/(^|[\s([{'"-])\*(?=[^\s*])(.+?)\*(?=$|[\s)\]}.,:;!?'"-])/gu, '$1$2')
    .replace(/\\(.)/gu, '$1');
}

function roleText(role: string, content: string): string {
  const titled = /^(.*?)\s*<[^>]*>$/su.exec(content);
  if (titled !== null) return titled[1] ?? '';
  const kind = role.split(':').at(-1);
  if (kind === 'pep') return `PEP ${content}`;
  if (kind === 'rfc') return `RFC ${content}`;
  const name = content.startsWith('~') ? content.slice(content.lastIndexOf('.') + 1) : content.replace(/^!/u, '');
  const called = kind === 'meth' || kind === 'func';
  return called && !name.endsWith(')') ? `${name}()` : name;
}
