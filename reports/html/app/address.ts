// The only place that reads and writes the page's address: whatever is seen stands behind the #, so that a link shows it.

export type View =
  | { readonly kind: 'matrix' }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'clause'; readonly id: string }
  | { readonly kind: 'implementations' }
  | { readonly kind: 'coverage' }
  | { readonly kind: 'about' };

export interface Address {
  readonly view: View;
  /** The implementation that a scenario or clause is looked at on, or ''. */
  readonly on: string;
  readonly text: string;
  readonly marks: readonly string[];
  readonly levels: readonly string[];
  readonly classes: readonly string[];
  readonly implementations: readonly string[];
  /** Only what does not come out alike on all that are shown. */
  readonly differing: boolean;
  /** All clauses are unfolded, but for those that are shut. */
  readonly all: boolean;
  /** Clauses unfolded one by one. */
  readonly open: readonly string[];
  /** Members that are folded, and clauses where all the others are unfolded. */
  readonly shut: readonly string[];
}

export const home: Address = {
  view: { kind: 'matrix' }, on: '', text: '', marks: [], levels: [], classes: [], implementations: [], differing: false, all: false, open: [], shut: [],
};

const lists = [['v', 'marks'], ['l', 'levels'], ['c', 'classes'], ['i', 'implementations'], ['open', 'open'], ['shut', 'shut']] as const;

/** Whatever is no address is home: nobody's old link ends at nothing. */
export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = split(hash.replace(/^#\/?/u, ''));
  const parameters = new URLSearchParams(query);
  const found = Object.fromEntries(lists.map(([key, name]) => [name, parameters.getAll(key)]));
  return {
    ...home, ...found, view: viewOf(path), on: parameters.get('on') ?? '', text: parameters.get('q') ?? '',
    differing: parameters.has('differ'), all: parameters.has('all'),
  };
}

export function addressText(address: Address): string {
  const parameters = new URLSearchParams();
  if (address.on !== '' && address.view.kind !== 'matrix') parameters.set('on', address.on);
  if (address.text !== '') parameters.set('q', address.text);
  for (const [key, name] of lists) for (const value of address[name]) parameters.append(key, value);
  if (address.differing) parameters.set('differ', '1');
  if (address.all) parameters.set('all', '1');
  const query = parameters.toString();
  return `#/${pathOf(address.view)}${query === '' ? '' : `?${query}`}`;
}

/** With the filters of another, so that the way back leads to what was seen. */
export const linkTo = (from: Address, view: View, on = ''): string => addressText({ ...from, view, on });

function split(text: string): readonly [string, string] {
  const at = text.indexOf('?');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function viewOf(path: string): View {
  const [kind = '', ...rest] = path.split('/').map(decoded);
  const id = rest.join('/');
  switch (kind) {
    case 'scenario':
    case 'clause':
      return { kind, id };
    case 'implementations':
    case 'coverage':
    case 'about':
      return { kind };
    default:
      return { kind: 'matrix' };
  }
}

function pathOf(view: View): string {
  switch (view.kind) {
    case 'matrix':
      return '';
    case 'scenario':
    case 'clause':
      return `${view.kind}/${view.id.split('/').map(encodeURIComponent).join('/')}`;
    default:
      return view.kind;
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
