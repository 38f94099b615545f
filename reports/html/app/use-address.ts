// The only place that ties the page's address to the browser's.

import { useCallback, useEffect, useState } from 'preact/hooks';
import { addressText, parseAddress } from './address.ts';
import type { Address } from './address.ts';

export type Go = (next: Address, how?: 'push' | 'replace') => void;

/** `replace` where each letter typed would be a step of its own for the button that leads back. */
export function useAddress(): readonly [Address, Go] {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  useEffect(() => {
    const read = (): void => setAddress(parseAddress(location.hash));
    addEventListener('hashchange', read);
    addEventListener('popstate', read);
    return () => {
      removeEventListener('hashchange', read);
      removeEventListener('popstate', read);
    };
  }, []);
  const go = useCallback<Go>((next, how = 'push') => {
    const text = addressText(next);
    if (text === location.hash) return;
    if (how === 'push') history.pushState(null, '', text);
    else history.replaceState(null, '', text);
    setAddress(next);
  }, []);
  return [address, go];
}
