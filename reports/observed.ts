// The only place that prints what implementations saw in a draft scenario.

import type { Sightings } from '../conformance/sightings.ts';
import type { Scenario } from '../conformance/spec.ts';
import { paint } from './paint.ts';
import { clip, visible } from './visible.ts';
import { wrap } from './wrap.ts';

export interface ObservedOptions {
  readonly colours: boolean;
  readonly width: number;
}

/** The draft, step by step, with what each group of implementations saw; groups have letters where there are several. */
export function observed(scenario: Pick<Scenario, 'title' | 'file'>, { groups, steps, orderDiffers }: Sightings, options: ObservedOptions): string {
  const { strong, faint, good, warning, note } = paint(options.colours);
  const several = groups.length > 1;
  const lines = [`${strong(visible(scenario.title))}  ${faint(visible(scenario.file))}`, ''];
  for (const group of groups) {
    const head = several ? `${group.letter}  ` : '';
    const room = options.width - head.length;
    const names = wrap(group.implementations.map(visible).join('  '), room);
    const judgement = wrap(visible(group.judgement), room - 2).map((line) => `  ${(group.fits ? good : warning)(line)}`);
    const end = group.end === null ? [] : wrap(visible(group.end), room - 2).map((line) => `  ${warning(line)}`);
    const text = [...names, ...judgement, ...end];
    lines.push(...text.map((line, index) => `${index === 0 ? strong(head) : ' '.repeat(head.length)}${line}`));
  }
  const width = Math.max(4, ...steps.map(({ place }) => String(place.line).length));
  let body = '';
  for (const { place, shown } of steps) {
    if (place.body !== body) lines.push('', strong(visible(place.body)));
    body = place.body;
    const expects = place.expects === null ? '' : `   ${visible(place.expects)}`;
    lines.push(clip(`${String(place.line).padStart(width)}  ${visible(place.text)}${expects}`, options.width));
    for (const { letters, text } of shown) {
      const who = several ? `${letters.join(' ')}  ` : '';
      const what = wrap(visible(text), options.width - width - 4 - who.length);
      const colour = shown.length > 1 ? warning : note;
      lines.push(...what.map((line, index) => `${' '.repeat(width + 4)}${index === 0 ? who : ' '.repeat(who.length)}${colour(line)}`));
    }
  }
  if (orderDiffers) {
    lines.push('', strong('The order differs'));
    for (const { letter, order } of groups) lines.push(...wrap(visible(`${letter}  ${order.join(' → ')}`), options.width));
  }
  return `${lines.join('\n')}\n`;
}
