/**
 * Resident bytes at which the process gives up. The hungriest photo that is allowed, a progressive JPEG of 200 megapixels,
 * took 1.5 GB.
 */
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
