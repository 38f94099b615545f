/** The workloads on native promises, the floor of what JavaScript can do. Usage: promises.ts <workload> <size>. */
import { measure } from './measure.ts';

const value = async (n: number): Promise<number> => n;

async function spawn(size: number): Promise<void> {
  const all: Promise<number>[] = [];
  for (let n = 0; n < size; n++) all.push(value(n));
  for (const one of all) await one;
}

async function yielder(): Promise<void> {
  for (let n = 0; n < 100; n++) await undefined;
}

async function yielding(size: number): Promise<void> {
  const all: Promise<void>[] = [];
  for (let n = 0; n < size / 100; n++) all.push(yielder());
  for (const one of all) await one;
}

const link = async (next: Promise<number>): Promise<number> => await next;

async function chains(size: number): Promise<void> {
  for (let chain = 0; chain < size / 1000; chain++) {
    let end: (value: number) => void = () => undefined;
    let head = new Promise<number>((resolve) => (end = resolve));
    for (let n = 0; n < 1000; n++) head = link(head);
    await undefined;
    end(1);
    await head;
  }
}

async function callbacks(size: number): Promise<void> {
  const one = value(1);
  let called = 0;
  for (let n = 0; n < size; n++) void one.then(() => (called += 1));
  await one;
  if (called !== size) throw new Error(`${called} of ${size} callbacks were called`);
}

// A promise cannot be cancelled.
await measure({ spawn, yield: yielding, chain: chains, callback: callbacks });
