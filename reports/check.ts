// The only place that prints what a check of an adapter found.

import type { Checkup, Conclusion, Probe, Problem, Standing, Step } from '../conformance/check/checkup.ts';
import type { Reach } from '../conformance/check/reach.ts';
import { paint, type Paint } from './paint.ts';
import { table } from './table.ts';
import { brief, longestName, longestText, visible } from './visible.ts';
import { wrap } from './wrap.ts';

interface Look {
  readonly colours: boolean;
  readonly width: number;
}

/** Ends with whom it blames, since that is what a terminal leaves in sight. */
export function checkReport(checkup: Checkup, { colours, width }: Look): string {
  const page: Page = { ink: paint(colours), width };
  const { steps, probes, reach, conclusions } = checkup;
  const about = (which: Probe['about']): readonly Probe[] => probes.filter((probe) => probe.about === which);
  const sections = [
    head(checkup, page),
    [page.ink.strong('The conversation'), ...steps.flatMap((step) => stepLines(step, page))],
    block('Probes of the adapter: no Task decides how they come out', about('adapter'), page),
    block('Probes of what a Task hands on to its coroutine', about('wakeup'), page),
    block('Probes of the Task: scenarios of the suite', about('task'), page),
    reach === null ? [] : reachLines(reach, page),
    [page.ink.strong('Conclusion'), ...conclusions.flatMap((conclusion) => conclusionLines(conclusion, page))],
  ];
  return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

interface Page {
  readonly ink: Paint;
  readonly width: number;
}

const signs: Readonly<Record<Standing, { readonly sign: string; readonly colour: keyof Paint }>> = {
  ok: { sign: '✔', colour: 'good' },
  'not ok': { sign: '✘', colour: 'bad' },
  'not applicable': { sign: '–', colour: 'faint' },
  'not run': { sign: '·', colour: 'faint' },
};

function head({ name, description }: Checkup, { ink, width }: Page): readonly string[] {
  const is = description === null ? 'not started'
    : `${description.implementation} ${description.version}, ${description.task}, as Python ${description.target}`;
  return [`${ink.strong(brief(name, longestName))}  ${ink.faint(brief(is, Math.max(30, width)))}`];
}

/** A sentence behind a sign, its further lines below its beginning. */
function item(standing: Standing, text: string, { ink, width }: Page): readonly string[] {
  const { sign, colour } = signs[standing];
  const [first = '', ...more] = wrap(brief(text, longestText), width - 4);
  return [`  ${ink[colour](sign)} ${first}`, ...more.map((line) => `    ${line}`)];
}

function stepLines({ standing, title, why, problem }: Step, page: Page): readonly string[] {
  return [...item(standing, title, page), ...whyLines(standing, why, page), ...(problem === null ? [] : problemLines(problem, page))];
}

function whyLines(standing: Standing, why: string | null, { ink, width }: Page): readonly string[] {
  if (why === null) return [];
  const text = standing === 'ok' ? why : `${standing}: ${why}`;
  return wrap(visible(text), width - 6).map((line) => ink.faint(`      ${line}`));
}

/** Characters of a line of the conversation that are shown. */
const longestLine = 160;

/** One fact behind its name, wrapped. */
function fact(name: string, text: string, { ink, width }: Page): readonly string[] {
  return wrap(brief(text, longestText), width - 16).map((line, index) => `      ${ink.faint((index === 0 ? name : '').padEnd(8))}  ${line}`);
}

/** Lines as they are: what is too long is cut, and nothing is broken. */
function lines(name: string, all: readonly string[], { ink, width }: Page): readonly string[] {
  return all.flatMap((text) => text.split('\n')).map((text, index) =>
    `      ${ink.faint((index === 0 ? name : '').padEnd(8))}  ${brief(text, Math.max(longestLine, width - 16))}`);
}

function problemLines({ sent, came, expected, section, todo }: Problem, page: Page): readonly string[] {
  return [
    ...lines('sent', sent, page), ...lines('came', came, page), ...fact('expected', expected, page),
    ...fact('page', `adapters/PROTOCOL.md, ${section}`, page), ...fact('do', todo, page),
  ];
}

function block(title: string, probes: readonly Probe[], page: Page): readonly string[] {
  if (probes.length === 0) return [];
  return [page.ink.strong(title), ...probes.flatMap(({ name, title: text, standing, why, clause, found }) => [
    ...item(standing, `${name}: ${text}`, page), ...whyLines(standing, why, page),
    ...(found === null ? [] : [
      ...(clause === null ? [] : fact('clause', clause, page)), ...(found.at === null ? [] : fact('at', found.at, page)),
      ...fact('expected', found.expected, page), ...fact('seen', found.seen, page),
    ]),
  ])];
}

function reachLines({ classes, owed, judgeable, lacking }: Reach, page: Page): readonly string[] {
  const rows = [...classes, { class: 'all', owed, judgeable }].map((row) => [
    { text: row.class }, { text: `${row.judgeable} of ${row.owed}`, colour: row.judgeable === 0 ? page.ink.warning : (text: string) => text },
    { text: row.owed === 0 ? '' : `${Math.floor((100 * row.judgeable) / row.owed)} %`, colour: page.ink.faint },
  ]);
  const names = lacking.filter(({ scenarios }) => scenarios > 0).map(({ capability, scenarios }) => `${capability} (${scenarios})`).join(', ');
  return [
    page.ink.strong('What it claims lets so much of the document be judged; all else is unsupported, which is never green'),
    ...table(rows, [{ align: 'left' }, { align: 'right' }, { align: 'right' }]).map((line) => `  ${line}`),
    ...(names === '' ? [] : wrap(`not claimed, and how many scenarios need it: ${names}`, page.width - 2).map((line) => page.ink.faint(`  ${line}`))),
  ];
}

function conclusionLines({ blames, fault, text, because, todo }: Conclusion, page: Page): readonly string[] {
  const { ink, width } = page;
  const who = { adapter: 'adapter: ', implementation: 'implementation: ', either: 'adapter or implementation: ', nobody: '' }[blames];
  const named = blames === 'adapter' && fault !== null ? `${fault}: ` : '';
  const colour = blames === 'nobody' ? ink.good : ink.bad;
  const rests = because.length === 0 ? '' : ` (shown by ${because.join(', ')})`;
  return [
    ...wrap(brief(`${who}${named}${text}${rests}`, longestText), width - 2).map((line) => `  ${colour(line)}`),
    ...wrap(visible(todo), width - 4).map((line) => `    ${line}`),
  ];
}
