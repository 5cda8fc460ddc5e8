// The media process: everything that decodes untrusted pictures runs here, where it can be killed.
import './configure-language';
import { loadSource } from './load-source';
import { runTask } from './run-task';
import { toFailure } from './task-failure';
import { watchMemory } from './watch-memory';
import type { HostToMedia, MediaToHost, TaskCall } from './protocol';

const running = new Map<number, AbortController>();

process.on('message', (message: HostToMedia) => {
  switch (message.type) {
    case 'run':
      void run(message.id, message.call);
      break;
    case 'cancel':
      running.get(message.id)?.abort();
      break;
  }
});

// The host is gone. An ordinary exit would wait for decoders that may be stuck.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

watchMemory();
send({ type: 'ready' });

async function run(id: number, call: TaskCall): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const output = await runTask(await loadSource(call), {
      signal: controller.signal,
      progress: (report) => send({ type: 'progress', id, ...report }),
    });
    send({ type: 'done', id, output });
  } catch (error) {
    send({ type: 'failed', id, failure: controller.signal.aborted ? { type: 'cancelled' } : toFailure(error) });
  } finally {
    running.delete(id);
  }
}

function send(message: MediaToHost): void {
  process.send?.(message);
}
