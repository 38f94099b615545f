// The only place that knows which part of a long list is in sight, so that no more of it need be there.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

interface Part {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

/** Rows beyond the edge that are there already, and in steps of how many it is looked anew. */
const beyond = 16;
const step = 8;

/** Where a reader left off, for the way back. */
let left = 0;

/** `height`: pixels of a row; all have the same. */
export function useWindow(count: number, height: number): readonly [RefObject<HTMLDivElement | null>, Part] {
  const scroller = useRef<HTMLDivElement>(null);
  const [{ first, last }, setPart] = useState<Part>({ first: 0, last: 60 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = left;
    const look = (): void => {
      left = element.scrollTop;
      const top = Math.max(0, Math.floor(element.scrollTop / height / step) * step - beyond);
      const bottom = Math.ceil((element.scrollTop + element.clientHeight) / height / step) * step + beyond;
      setPart((before) => (before.first === top && before.last === bottom ? before : { first: top, last: bottom }));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [height]);
  return [scroller, { first: Math.min(first, count), last: Math.min(last, count) }];
}
