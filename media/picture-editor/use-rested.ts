import { useEffect, useRef } from 'preact/hooks';

/** Milliseconds without another text: a key that is held would be spoken of as often as it repeats. */
const rest = 300;

/** Says the last of several texts, once no other one follows. */
export function useRested(say: (text: string) => void): (text: string | undefined) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (text) => {
    if (text !== undefined) {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => say(text), rest);
    }
  };
}
