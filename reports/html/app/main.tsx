// The only place where the page begins: it takes its data and shows itself, or says why it cannot.

import { render } from 'preact';
import { App } from './app.tsx';
import { pageData } from './data.ts';
import { indexOf } from './index-of.ts';
import './style.css';

const root = document.getElementById('root');
if (root !== null) await begin(root);

async function begin(place: HTMLElement): Promise<void> {
  try {
    const index = indexOf(await pageData());
    place.replaceChildren();
    render(<App index={index} printing={false} />, place);
    // Paper does not scroll: whatever the filters leave is there at once.
    addEventListener('beforeprint', () => render(<App index={index} printing />, place));
    addEventListener('afterprint', () => render(<App index={index} printing={false} />, place));
  } catch (error) {
    place.textContent = `This page cannot be shown: ${error instanceof Error ? error.message : String(error)}. Make it anew with taskspec report --reporter html=<file>, and open it in a browser of 2023 or later.`;
    throw error;
  }
}
