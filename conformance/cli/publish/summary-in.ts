// The only place that puts the summary of what is published between its marks in a page.

const begin = '<!-- published: `npm run publish-results` writes what stands here -->';
const end = '<!-- /published -->';

/** The page with this summary. Throws where it has no place for one. */
export function summaryIn(page: string, summary: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no ${begin} … ${end}: put both where the summary belongs`);
  return `${page.slice(0, from)}${begin}\n${summary}${page.slice(to)}`;
}
