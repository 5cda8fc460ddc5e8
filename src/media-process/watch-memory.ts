/** Resident bytes at which the process gives up: four times what the largest allowed picture needs. */
const MAX_RESIDENT_BYTES = 2 * 1024 ** 3;
const CHECK_MILLISECONDS = 200;

/** Ends this process before a picture that expands in memory makes the whole machine slow. */
export function watchMemory(): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > MAX_RESIDENT_BYTES) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, CHECK_MILLISECONDS).unref();
}
