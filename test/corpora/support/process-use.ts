import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc: 100 on every Linux that VS Code runs on. */
const TICKS = 100;

/** Most memory that a process has held so far, in megabytes; undefined where the system does not tell. */
export function peakMegabytes(pid: number | undefined): number | undefined {
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readProc(pid, 'status') ?? '')?.[1];
  return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
}

/** Processor time that a process has used so far, in seconds. */
export function processorSeconds(pid: number | undefined): number | undefined {
  // The name in parentheses may hold spaces; user and system time are the 14th and 15th field.
  const fields = readProc(pid, 'stat')
    ?.replace(/^.*\) /s, '')
    .split(' ');
  return fields && (Number(fields[11]) + Number(fields[12])) / TICKS;
}

function readProc(pid: number | undefined, file: string): string | undefined {
  try {
    return pid === undefined ? undefined : readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}
