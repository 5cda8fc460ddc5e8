import type { Disposable } from '../util/disposable';
import { MediaChild } from './media-child';
import { processCrashed, processNotStarted, tooSlow } from './media-failures';
import type { MediaToHost, TaskCall, TaskName, Tasks } from './protocol';
import { toError } from './task-failure';

export interface TaskRunnerOptions {
  /** The bundle of main.ts. */
  readonly modulePath: string;
  /** File with the texts of the display language. */
  readonly translations: string | undefined;
  /** Image tasks at the same time; text is read from one picture at a time beside them. */
  readonly parallelImages: number;
  /** How long the process stays, with its OCR engine warm, after the last task. */
  readonly idleMilliseconds: number;
}

export interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** How long a task may take before it reports its first step; decoders are loaded in this time. */
const FIRST_STEP_MILLISECONDS = 20_000;
const START_MILLISECONDS = 30_000;

interface Job {
  readonly id: number;
  readonly call: TaskCall;
  readonly onProgress: ((fraction: number) => void) | undefined;
  readonly resolve: (output: Tasks[TaskName]['output']) => void;
  readonly reject: (error: Error) => void;
  patienceMilliseconds: number;
  timer: NodeJS.Timeout | undefined;
  /** It was running when the process crashed, so it runs alone now: if the process crashes again, it is the cause. */
  suspect: boolean;
  /** The caller has gone; only the end of the work is waited for. */
  abandoned: boolean;
}

/**
 * Runs tasks in the media process: starts it for the first task, replaces it when it crashes or gets stuck, and ends it
 * when there is nothing to do. One bad picture fails its own task; the tasks beside it are run again.
 */
export class TaskRunner implements Disposable {
  readonly #options: TaskRunnerOptions;
  readonly #running = new Map<number, Job>();
  #queue: Job[] = [];
  #nextId = 1;
  #child: MediaChild | undefined;
  #ready = false;
  #startTimer: NodeJS.Timeout | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor(options: TaskRunnerOptions) {
    this.#options = options;
  }

  /** Identifier of the running process, for tests and logs. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  run<Name extends TaskName>(
    name: Name,
    input: Tasks[Name]['input'],
    { signal, onProgress }: RunOptions,
  ): Promise<Tasks[Name]['output']> {
    return new Promise<Tasks[TaskName]['output']>((resolve, reject) => {
      signal?.throwIfAborted();
      if (this.#disposed) {
        throw disposedError();
      }
      // An aborted signal's reason is thrown as it is, whatever the caller made it.
      const onAbort = (): void => this.#abandon(job, signal?.reason as Error);
      const settled = (): void => signal?.removeEventListener('abort', onAbort);
      const job: Job = {
        id: this.#nextId++,
        // Name and input belong together by this method's signature.
        call: { name, input } as TaskCall,
        onProgress,
        resolve: (output) => (settled(), resolve(output)),
        reject: (error) => (settled(), reject(error)),
        patienceMilliseconds: FIRST_STEP_MILLISECONDS,
        timer: undefined,
        suspect: false,
        abandoned: false,
      };
      signal?.addEventListener('abort', onAbort);
      this.#queue.push(job);
      this.#schedule();
    });
  }

  dispose(): void {
    this.#disposed = true;
    const jobs = [...this.#queue, ...this.#running.values()];
    this.#stopChild();
    this.#queue = [];
    for (const job of jobs) {
      job.reject(disposedError());
    }
  }

  #schedule(): void {
    if (this.#queue.length === 0 && this.#running.size === 0) {
      this.#becomeIdle();
      return;
    }
    clearTimeout(this.#idleTimer);
    const child = (this.#child ??= this.#startChild());
    child.keepHostAlive(true);
    if (!this.#ready) {
      return;
    }
    for (let job = this.#nextJob(); job; job = this.#nextJob()) {
      this.#queue.splice(this.#queue.indexOf(job), 1);
      this.#running.set(job.id, job);
      this.#expectProgress(job);
      child.send({ type: 'run', id: job.id, call: job.call });
    }
  }

  #nextJob(): Job | undefined {
    const running = [...this.#running.values()];
    if (running.some((job) => job.suspect)) {
      return undefined;
    }
    if (this.#queue[0]?.suspect) {
      return running.length === 0 ? this.#queue[0] : undefined;
    }
    const readsText = (job: Job): boolean => job.call.name === 'readText';
    const reading = running.filter(readsText).length;
    const textFree = reading === 0;
    const imageFree = running.length - reading < this.#options.parallelImages;
    return this.#queue.find((job) => !job.suspect && (readsText(job) ? textFree : imageFree));
  }

  #startChild(): MediaChild {
    this.#ready = false;
    const child = new MediaChild(this.#options, {
      message: (message) => this.#received(message),
      ended: (how) => {
        if (this.#child === child) {
          this.#childEnded(how);
        }
      },
    });
    this.#startTimer = setTimeout(() => child.kill(), START_MILLISECONDS);
    return child;
  }

  #received(message: MediaToHost): void {
    if (message.type === 'ready') {
      this.#ready = true;
      clearTimeout(this.#startTimer);
      this.#schedule();
      return;
    }
    const job = this.#running.get(message.id);
    if (!job) {
      return;
    }
    switch (message.type) {
      case 'progress':
        job.patienceMilliseconds = message.patienceMilliseconds ?? job.patienceMilliseconds;
        this.#expectProgress(job);
        if (message.fraction !== undefined && !job.abandoned) {
          job.onProgress?.(message.fraction);
        }
        return;
      case 'done':
        this.#finish(job);
        job.resolve(message.output);
        break;
      case 'failed':
        this.#finish(job);
        job.reject(toError(message.failure));
        break;
    }
    this.#schedule();
  }

  #expectProgress(job: Job): void {
    clearTimeout(job.timer);
    job.timer = setTimeout(() => {
      this.#finish(job);
      job.reject(tooSlow(Math.round(job.patienceMilliseconds / 1000)));
      this.#stopChild();
      this.#schedule();
    }, job.patienceMilliseconds);
  }

  #finish(job: Job): void {
    clearTimeout(job.timer);
    this.#running.delete(job.id);
  }

  #abandon(job: Job, reason: Error): void {
    job.reject(reason);
    job.abandoned = true;
    if (this.#running.has(job.id)) {
      this.#child?.send({ type: 'cancel', id: job.id });
    } else {
      this.#queue = this.#queue.filter((queued) => queued !== job);
      this.#schedule();
    }
  }

  #childEnded(how: string): void {
    const wasReady = this.#ready;
    const interrupted = this.#stopChild();
    if (!wasReady) {
      const jobs = this.#queue;
      this.#queue = [];
      jobs.forEach((job) => job.reject(processNotStarted(how)));
    } else if (interrupted.length === 1) {
      this.#queue = this.#queue.filter((job) => job !== interrupted[0]);
      interrupted[0]?.reject(processCrashed(how));
    } else {
      interrupted.forEach((job) => (job.suspect = true));
    }
    this.#schedule();
  }

  /** Ends the process and puts what was running back at the head of the queue; returns those jobs. */
  #stopChild(): readonly Job[] {
    clearTimeout(this.#startTimer);
    clearTimeout(this.#idleTimer);
    const child = this.#child;
    this.#child = undefined;
    this.#ready = false;
    child?.kill();
    const interrupted = [...this.#running.values()];
    interrupted.forEach((job) => clearTimeout(job.timer));
    this.#running.clear();
    const wanted = interrupted.filter((job) => !job.abandoned);
    wanted.forEach((job) => (job.patienceMilliseconds = FIRST_STEP_MILLISECONDS));
    this.#queue = [...wanted, ...this.#queue];
    return wanted;
  }

  #becomeIdle(): void {
    clearTimeout(this.#idleTimer);
    this.#child?.keepHostAlive(false);
    if (this.#child) {
      this.#idleTimer = setTimeout(() => this.#stopChild(), this.#options.idleMilliseconds).unref();
    }
  }
}

function disposedError(): DOMException {
  return new DOMException('The media service was closed.', 'AbortError');
}
