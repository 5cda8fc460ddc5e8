import type { PlaceTarget } from './place-links';

/** Characters after a place in which "of spec.pdf" may stand. */
const nameReach = 80;

/** The one that is named right after, as in "p. 3 of spec.pdf"; else the one named last before; else the last attached. */
export function targetNamed<Target extends PlaceTarget>(
  targets: readonly Target[],
  { before, after }: { readonly before: string; readonly after: string },
): Target | undefined {
  if (targets.length === 1) {
    return targets[0];
  }
  const near = after.slice(0, nameReach).toLowerCase();
  const earlier = before.toLowerCase();
  const mentioned = (target: Target, find: (name: string) => number): number => Math.max(...namesOf(target).map(find));
  const behind = targets.find((target) => mentioned(target, (name) => (followsOf(near, name) ? 1 : -1)) > 0);
  const inFront = targets
    .map((target) => ({ target, index: mentioned(target, (name) => earlier.lastIndexOf(name)) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => b.index - a.index);
  return behind ?? inFront[0]?.target ?? targets.at(-1);
}

function followsOf(after: string, name: string): boolean {
  const start = /^[\s\])]*(?:of|in)\s+[`"'*“‘]*(?:the\s+)?/.exec(after)?.[0];
  return start !== undefined && after.startsWith(name, start.length);
}

/** With and without its extension. */
function namesOf({ name }: PlaceTarget): readonly string[] {
  const lower = name.toLowerCase();
  const stem = lower.replace(/\.\w{2,4}$/, '');
  return stem.length >= 3 ? [lower, stem] : [lower];
}
