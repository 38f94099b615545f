/** The only place that reads the CPU clock, for each side that is written in JavaScript. */

export type Workload = 'spawn' | 'yield' | 'chain' | 'cancel' | 'callback';

/** So often a process does its work; the median leaves out what is start-up, the compilation of hot code above all. */
const RUNS = 5;

/**
 * Does the work that the command line names, `<workload> <size>`, and prints the milliseconds of CPU that it took; 'absent'
 * where a side cannot do it.
 */
export async function measure(workloads: { readonly [W in Workload]?: (size: number) => unknown }): Promise<void> {
  const [name, size] = process.argv.slice(2);
  const [, work] = Object.entries(workloads).find(([key]) => key === name) ?? [];
  if (work === undefined) return console.log('absent');
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    await work(Number(size));
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  times.sort((one, other) => one - other);
  console.log(times[(RUNS - 1) / 2]);
}
