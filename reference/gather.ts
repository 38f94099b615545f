/** The only place for gather: one Future for the outcomes of many. */
import type { Awaitable } from './coroutine.ts';
import { CancelledError } from './errors.ts';
import { ensureFuture } from './ensure-future.ts';
import { Future } from './future.ts';
import type { EventLoop } from './loop.ts';

export interface GatherOptions {
  /** Whether errors take their place among the results, instead of being raised as soon as the first one comes. */
  readonly returnExceptions?: boolean;
}

type AwaitableEach<T extends readonly unknown[]> = { readonly [K in keyof T]: Awaitable<T[K]> };

/**
 * Runs all `awaitables`, each once, and gives their results in the order given. The first error or cancellation of one is raised at
 * once, and the others go on. To cancel the Future is to cancel each of them; it follows when all are done. Source: `asyncio.gather`.
 */
export function gather<T extends readonly unknown[]>(
  awaitables: readonly [...AwaitableEach<T>],
  options?: { readonly returnExceptions?: false },
): Future<T>;
export function gather(awaitables: readonly Awaitable<unknown>[], options?: GatherOptions): Future<unknown[]>;
export function gather(
  awaitables: readonly Awaitable<unknown>[],
  { returnExceptions = false }: GatherOptions = {},
): Future<unknown[]> {
  const children = new Map<Awaitable<unknown>, Future<unknown>>();
  for (const awaitable of awaitables) if (!children.has(awaitable)) children.set(awaitable, ensureFuture(awaitable));
  const [first] = children.values();
  const outer = new Gathering([...children.values()], first?.getLoop());
  if (first === undefined) outer.setResult([]);
  let pending = children.size;
  const childDone = (child: Future<unknown>): void => {
    pending -= 1;
    if (outer.done()) return;
    if (!returnExceptions && child.cancelled()) outer.settleCancelled();
    else if (!returnExceptions && child.exception() !== null) outer.setException(child.exception());
    else if (pending > 0) return;
    else if (outer.cancelRequested) outer.settleCancelled();
    else outer.setResult(awaitables.map((awaitable) => outcome(children.get(awaitable))));
  };
  for (const child of children.values()) child.addDoneCallback(childDone);
  return outer;
}

class Gathering extends Future<unknown[]> {
  readonly #children: readonly Future<unknown>[];
  cancelRequested = false;

  constructor(children: readonly Future<unknown>[], loop: EventLoop | undefined) {
    super({ loop });
    this.#children = children;
  }

  override cancel(): boolean {
    if (this.done()) return false;
    for (const child of this.#children) if (child.cancel()) this.cancelRequested = true;
    return this.cancelRequested;
  }

  settleCancelled(): void {
    super.cancel();
  }
}

function outcome(child: Future<unknown> | undefined): unknown {
  if (child?.cancelled()) return new CancelledError();
  return child?.exception() ?? child?.result();
}
