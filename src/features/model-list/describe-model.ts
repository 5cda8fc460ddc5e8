import { t } from '@vscode/l10n';
import type { ModelCapabilities } from '../../shared/capabilities';
import { formatPrice } from './format-price';
import { formatTokens } from './format-tokens';

export interface ModelDescription {
  /** Codicons of what the model can do beyond text, such as `$(eye)`; the words say the same. */
  readonly icons: string;
  /** For people and their screen readers, and what a search finds: "images, tools · 128K context · $2.50 in · …". */
  readonly words: string;
}

interface Ability {
  readonly icon: string;
  readonly word: string;
  readonly isIn: (capabilities: ModelCapabilities) => boolean | undefined;
}

const abilities: readonly Ability[] = [
  { icon: 'eye', word: t('images'), isIn: ({ input }) => input?.image },
  { icon: 'unmute', word: t('sound'), isIn: ({ input }) => input?.audio },
  { icon: 'device-camera-video', word: t('video'), isIn: ({ input }) => input?.video },
  { icon: 'file-pdf', word: 'PDF', isIn: ({ input }) => input?.pdf },
  { icon: 'tools', word: t('tools'), isIn: ({ tools }) => tools },
  { icon: 'lightbulb', word: t('reasoning'), isIn: ({ reasoning }) => reasoning },
  { icon: 'json', word: 'JSON', isIn: ({ structuredOutput }) => structuredOutput },
  { icon: 'file-media', word: t('makes pictures'), isIn: ({ output }) => output?.image },
  { icon: 'megaphone', word: t('speaks'), isIn: ({ output }) => output?.audio },
];

/** A model in icons and in words; empty where nothing is known of it. */
export function describeModel(capabilities: ModelCapabilities): ModelDescription {
  const able = abilities.filter(({ isIn }) => isIn(capabilities) === true);
  const { contextTokens, price } = capabilities;
  const facts = [
    takesTextOnly(capabilities) ? t('text only') : '',
    able.map(({ word }) => word).join(', '),
    contextTokens === undefined ? '' : t('{0} context', formatTokens(contextTokens)),
    price ? formatPrice(price) : '',
  ];
  return {
    icons: able.map(({ icon }) => `$(${icon})`).join(' '),
    words: facts.filter((fact) => fact !== '').join(' · '),
  };
}

/** It is known that it does not see, and not known that it takes anything else. */
function takesTextOnly({ input }: ModelCapabilities): boolean {
  return input?.image === false && !input.audio && !input.video && !input.pdf;
}
