// The only place that decides whose a name is, and refuses names and texts that could be taken for each other.

import type { Mistakes } from './mistake.ts';
import type { Outline } from './outline.ts';
import type { Mentions } from './resolve.ts';

/** Which names are one for the whole scenario; two bodies may bind a name only if nobody else mentions it. */
export function checkNames(outline: Outline, mentions: Mentions, mistakes: Mistakes): readonly string[] {
  const shared = new Set<string>([...outline.variables, ...outline.futures]);
  for (const body of outline.bodies) {
    for (const [name, at] of body.binds) {
      const others = outline.bodies.filter((other) => other !== body && other.binds.has(name));
      const outside = outline.bodies.some((other) => !other.binds.has(name) && mentions.isMentionedBy(name, other.name));
      if (others.length === 0) {
        if (mentions.isMentionedOutside(name, body.name)) shared.add(name);
      } else if (outside || mentions.isMentionedBy(name, '')) {
        mistakes.add('name-clash', at, `'${name}' is bound by ${[body, ...others].map((other) => other.name).join(' and ')}, and mentioned elsewhere`,
          'Give each its own name.');
      }
    }
  }
  for (const body of outline.bodies) {
    for (const parameter of body.parameters) {
      if (shared.has(parameter)) {
        mistakes.add('name-clash', body.at, `the parameter '${parameter}' is also a name of the whole scenario`, 'Rename one.');
      }
    }
  }
  for (const [text, at] of mentions.texts) {
    if (outline.isBound(text) || outline.isBody(text) || outline.isException(text)) {
      mistakes.add('text-is-name', at, `the text '${text}' is also a name of the scenario`, 'Choose another text.');
    } else if (text === '...') {
      mistakes.add('text-is-name', at, "the text '...' stands for texts that the scenario does not know", 'Choose another text.');
    }
  }
  return [...shared].sort();
}
