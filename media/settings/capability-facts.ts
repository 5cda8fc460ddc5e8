import { t } from '@vscode/l10n';
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
  { path: 'input.image', icon: 'picture', label: t('Images'), value: ({ input }) => input?.image },
  { path: 'input.audio', icon: 'sound', label: t('Sound'), value: ({ input }) => input?.audio },
  { path: 'input.video', icon: 'film', label: t('Video'), value: ({ input }) => input?.video },
  { path: 'input.pdf', icon: 'file', label: 'PDF', value: ({ input }) => input?.pdf },
  { path: 'tools', icon: 'tools', label: t('Tools'), value: ({ tools }) => tools },
  { path: 'reasoning', icon: 'bulb', label: t('Thinking'), value: ({ reasoning }) => reasoning },
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

const words = { yes: t('yes'), no: t('no'), unknown: t('not known, Iris tries it') } as const;

function said(
  state: CapabilityFact['state'],
  source: CapabilitySource | undefined,
  tableDate: string | undefined,
): string {
  return state === 'unknown' || source === undefined ? '' : ` (${sourceText(source, tableDate)})`;
}

const sourceTexts: Readonly<Record<CapabilitySource, string>> = {
  user: t('you set it'),
  learned: t('learned from an error'),
  server: t('says the server'),
  table: t('from the built-in table'),
  probe: t('tested'),
  assumed: t('assumed'),
};

/** Who says so, in a few words. */
export function sourceText(source: CapabilitySource, tableDate: string | undefined): string {
  return source === 'table' && tableDate !== undefined
    ? t('from the built-in table of {0}', tableDate)
    : sourceTexts[source];
}

/** Whether something of it was found out by trying, which can be forgotten. */
export function hasLearned({ sources }: KnownCapabilities): boolean {
  return Object.values(sources).some((source) => source === 'learned' || source === 'probe');
}
