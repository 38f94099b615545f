/** The only place that reads the CPU clock, for each side that is written in JavaScript. */

export type Workload = 'spawn' | 'yield' | 'chain' | 'cancel' | 'callback';

/** Runs the workload that the command line names, and prints the milliseconds of CPU that it took; 'absent' where there is none. */
export async function measure(workloads: { readonly [W in Workload]?: (size: number) => unknown }): Promise<void> {
  const [name, size] = process.argv.slice(2);
  const [, work] = Object.entries(workloads).find(([key]) => key === name) ?? [];
  if (work === undefined) return console.log('absent');
  const before = process.cpuUsage();
  await work(Number(size));
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
}
