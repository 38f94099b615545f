// The only place that shows a text of a program: lines with numbers, its words in colours, one of its lines marked.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

type Language = 'yaml' | 'python';

/** Comments, texts, keys or keywords, numbers: enough to find one's way, and nothing is lost where it is wrong. */
const parts: Readonly<Record<Language, RegExp>> = {
  yaml: /(?<comment>#.*$)|(?<text>'[^']*'|"[^"]*")|(?<key>[\w.<>=+-]+(?:\([^)]*\))?(?=:(?:\s|$)))|(?<number>(?<=[\s,[(]|^)(?:-?\d+|true|false|null)(?=[\s,\])]|$))/u,
  python: /(?<comment>#.*$)|(?<text>"""[^]*?"""|'[^']*'|"[^"]*")|(?<key>\b(?:async|await|def|class|return|raise|from|import|try|except|else|finally|for|in|with|as|yield|pass|lambda)\b)|(?<number>\b\d+\b|\bTrue\b|\bFalse\b|\bNone\b)/u,
};

interface Properties {
  readonly title: string;
  readonly name: string;
  readonly language: Language;
  readonly text: string;
  /** A line from 1, or 0. */
  readonly marked: number;
}

export function Source({ title, name, language, text, marked }: Properties): JSX.Element {
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(`${text}\n`);
      setCopied('Copied');
    } catch {
      setCopied('The browser does not let a page copy here');
    }
  };
  return (
    <section class="source" aria-label={title}>
      <h2>{title} <span class="faint">{name}</span><button type="button" class="plain" onClick={() => void copy()}>Copy</button><span class="faint" role="status">{copied}</span></h2>
      <pre tabIndex={0} aria-label={`${title}, text`}><code>
        {text.split('\n').map((line, place) => (
          <span key={place} class={place + 1 === marked ? 'line marked' : 'line'}>{coloured(line, language)}{'\n'}</span>
        ))}
      </code></pre>
    </section>
  );
}

function coloured(line: string, language: Language): readonly (string | JSX.Element)[] {
  const pieces: (string | JSX.Element)[] = [];
  let done = 0;
  for (const match of line.matchAll(new RegExp(parts[language], 'gu'))) {
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? '';
    if (match.index > done) pieces.push(line.slice(done, match.index));
    pieces.push(<span class={`is-${kind}`}>{match[0]}</span>);
    done = match.index + match[0].length;
  }
  if (done < line.length) pieces.push(line.slice(done));
  return pieces;
}
