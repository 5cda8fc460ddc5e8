import type { JSX } from 'preact';
import { iconPaths } from './icon-paths';
import type { IconName } from './icon-paths';

/** Decoration beside a name that says the same: hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={iconPaths[name]} />
    </svg>
  );
}
