import type { CapabilitySource, KnownCapabilities, ModelCapabilities } from '../../src/shared/capabilities';
import type { IconName } from '../icons/icon-paths';

/** One thing that a model can or can't do. */
export interface CapabilityFact {
  readonly icon: IconName;
  readonly label: string;
  readonly state: 'yes' | 'no' | 'unknown';
  /** The whole fact in words, and who says so. */
  readonly description: string;
}

interface Kind {
  /** Its key in `KnownCapabilities.sources`. */
  readonly path: string;
  readonly icon: IconName;
  readonly label: string;
  readonly value: (capabilities: ModelCapabilities) => boolean | undefined;
}

const kinds: readonly Kind[] = [
  { path: 'input.image', icon: 'picture', label: 'Images', value: ({ input }) => input?.image },
  { path: 'input.audio', icon: 'sound', label: 'Sound', value: ({ input }) => input?.audio },
  { path: 'input.video', icon: 'film', label: 'Video', value: ({ input }) => input?.video },
  { path: 'input.pdf', icon: 'file', label: 'PDF', value: ({ input }) => input?.pdf },
  { path: 'tools', icon: 'tools', label: 'Tools', value: ({ tools }) => tools },
  { path: 'reasoning', icon: 'bulb', label: 'Thinking', value: ({ reasoning }) => reasoning },
  { path: 'structuredOutput', icon: 'braces', label: 'JSON', value: ({ structuredOutput }) => structuredOutput },
];

/**
 * What the model can do, in a fixed order.
 *
 * @param tableDate of the built-in table
 */
export function capabilityFacts(known: KnownCapabilities, tableDate?: string): readonly CapabilityFact[] {
  return kinds.map(({ path, icon, label, value }) => {
    const source = known.sources[path];
    const answer = source === 'assumed' ? undefined : value(known.capabilities);
    const state = answer === undefined ? 'unknown' : answer ? 'yes' : 'no';
    return { icon, label, state, description: `${label}: ${words[state]}${said(state, source, tableDate)}` };
  });
}

const words = { yes: 'yes', no: 'no', unknown: 'not known, Iris tries it' } as const;

function said(
  state: CapabilityFact['state'],
  source: CapabilitySource | undefined,
  tableDate: string | undefined,
): string {
  return state === 'unknown' || source === undefined ? '' : ` (${sourceText(source, tableDate)})`;
}

const sourceTexts: Readonly<Record<CapabilitySource, string>> = {
  user: 'you set it',
  learned: 'learned from an error',
  server: 'says the server',
  table: 'from the built-in table',
  probe: 'tested',
  assumed: 'assumed',
};

/** Who says so, in a few words. */
export function sourceText(source: CapabilitySource, tableDate: string | undefined): string {
  return source === 'table' && tableDate !== undefined ? `${sourceTexts.table} of ${tableDate}` : sourceTexts[source];
}

/** Whether something of it was found out by trying, which can be forgotten. */
export function hasLearned({ sources }: KnownCapabilities): boolean {
  return Object.values(sources).some((source) => source === 'learned' || source === 'probe');
}
