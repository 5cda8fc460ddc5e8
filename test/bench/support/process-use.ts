import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessUse {
  readonly cpuMs: number;
  /** The highest resident memory. */
  readonly peakBytes: number;
  /** Resident memory now. */
  readonly bytes: number;
}

/** What a running process has used so far, as Linux tells it (proc(5)); nothing where there is no such process or system. */
export function processUse(processId: number | undefined): ProcessUse {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
    const kilobytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN);
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return {
      cpuMs: ((user + system) * 1000) / ticksPerSecond(),
      peakBytes: kilobytes('VmHWM') * 1024,
      bytes: kilobytes('VmRSS') * 1024,
    };
  } catch {
    return { cpuMs: NaN, peakBytes: NaN, bytes: NaN };
  }
}

let ticks: number | undefined;

function ticksPerSecond(): number {
  return (ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })));
}
