import { useLayoutEffect, useState, type Inputs } from 'preact/hooks';

/**
 * What a control shows: the value it was given, or what the person has made of it since.
 * @param given what has to change for the value to be a new one
 */
export function useFollowing<Value>(
  value: Value,
  given: Inputs,
): readonly [shown: Value, setShown: (value: Value) => void] {
  const [shown, setShown] = useState(value);
  // Before the page hears anything else: a frame later it would take back what was typed meanwhile.
  useLayoutEffect(() => setShown(value), given);
  return [shown, setShown];
}
