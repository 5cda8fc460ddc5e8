import { useEffect, useRef } from 'preact/hooks';

/** Milliseconds without a key press after which typing counts as a pause. */
const pause = 600;

export interface Delayed<Value> {
  /** Hands the value on after a pause, unless another one comes before. */
  readonly schedule: (value: Value) => void;
  /** Hands on at once what waits, if anything does. */
  readonly flush: () => void;
  /** Forgets what waits. */
  readonly cancel: () => void;
}

/** Hands on what is typed when the typing pauses, and also when the control goes away before that. */
export function useDelayed<Value>(act: (value: Value) => void): Delayed<Value> {
  const latest = useRef(act);
  latest.current = act;
  const waiting = useRef<{ readonly value: Value; readonly timer: ReturnType<typeof setTimeout> }>(null);
  const cancel = (): void => {
    clearTimeout(waiting.current?.timer);
    waiting.current = null;
  };
  const flush = (): void => {
    if (waiting.current) {
      const { value } = waiting.current;
      cancel();
      latest.current(value);
    }
  };
  // Afterwards: what it leads to renders again, which must not happen while Preact takes the control away.
  useEffect(() => () => queueMicrotask(flush), []);
  return {
    schedule(value) {
      cancel();
      waiting.current = { value, timer: setTimeout(flush, pause) };
    },
    flush,
    cancel,
  };
}
