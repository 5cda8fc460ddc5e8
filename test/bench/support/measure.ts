import { readFileSync, writeFileSync } from 'node:fs';

/** What a piece of work cost the process that it ran in. */
export interface Cost {
  readonly wallMs: number;
  /** CPU time of the thread that ran it, which is the one that an extension host shares with all extensions. */
  readonly mainCpuMs: number;
  /** CPU time of all threads. */
  readonly cpuMs: number;
  /** The longest time between two turns of the event loop, in CPU time: other work on the machine does not count. */
  readonly longestSliceMs: number;
  /** The highest resident memory beyond that before, in bytes. */
  readonly extraBytes: number;
}

/** Of the calling thread; before Node 23.9, which can't tell, of all threads. */
function threadCpu(since?: NodeJS.CpuUsage): NodeJS.CpuUsage {
  return typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage(since) : process.cpuUsage(since);
}

/** Measures work in this process. Run with `--expose-gc`: garbage of before is no part of it. */
export async function measure<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly cost: Cost }> {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 50));
  globalThis.gc?.();
  resetPeak();
  const before = process.memoryUsage.rss();
  const cpuBefore = process.cpuUsage();
  const mainBefore = threadCpu();
  const started = performance.now();
  let lastTurn = threadCpu();
  let longest = 0;
  const turn = (): void => {
    const { user, system } = threadCpu(lastTurn);
    lastTurn = threadCpu();
    longest = Math.max(longest, user + system);
  };
  const turns = setInterval(turn, 1);
  try {
    const result = await work();
    turn();
    const cpu = process.cpuUsage(cpuBefore);
    const main = threadCpu(mainBefore);
    return {
      result,
      cost: {
        wallMs: performance.now() - started,
        mainCpuMs: (main.user + main.system) / 1000,
        cpuMs: (cpu.user + cpu.system) / 1000,
        longestSliceMs: longest / 1000,
        extraBytes: peak() - before,
      },
    };
  } finally {
    clearInterval(turns);
  }
}

/** Linux keeps the highest resident memory of a process and forgets it when told so (proc(5), clear_refs). */
function resetPeak(): void {
  if (process.platform === 'linux') {
    writeFileSync('/proc/self/clear_refs', '5');
  }
}

function peak(): number {
  const told =
    process.platform === 'linux' ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) : null;
  return (told ? Number(told[1]) : process.resourceUsage().maxRSS) * 1024;
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
