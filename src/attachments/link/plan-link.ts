import { t } from '@vscode/l10n';
import type { ModelTarget } from '../../model/model-target';
import type { LinkAttachment } from '../../shared/attachment/attachment';
import type { Offer } from '../../shared/attachment/tray-item';
import type { Planned } from '../planned';
import { scopeOf } from './public-address';

/** An address is sent as it is, to servers that fetch by themselves. */
export function planLink(attachment: LinkAttachment, target: ModelTarget): Planned {
  const { url, media, instead, options } = attachment;
  const { detail } = options;
  const refused = whyRefused(media, target);
  if (refused === 'never' || (refused === 'told' && instead !== 'anyway')) {
    const offers: readonly Offer[] = refused === 'told' ? ['otherModel', 'anyway'] : ['otherModel'];
    return { status: 'obstructed', obstacle: { modality: media, offers } };
  }
  const reasons = [
    t(
      'The server of {0} fetches it, each time that this chat goes there. What it finds is not shown here.',
      target.endpoint,
    ),
    ...(isPrivate(url) && target.isLocal !== true
      ? [t('The address is inside of your own network, which this server can hardly reach.')]
      : []),
  ];
  return {
    status: 'planned',
    plan: { form: 'url', media, ...(detail && { detail }), reasons },
    prepare: () =>
      Promise.resolve({ ...attachment, parts: [{ type: 'link', media, url, ...(detail && { detail }) }], reasons }),
  };
}

/** `never`: there is no way to send it. `told`: the server says, or is known, not to take it. */
function whyRefused(media: LinkAttachment['media'], target: ModelTarget): 'never' | 'told' | undefined {
  const { offline, isLanguageModel, api, capabilities, server } = target;
  // The built-in reader fetches nothing, and VS Code hands bytes only.
  if (offline || isLanguageModel === true || (api === 'responses' && media !== 'image')) {
    return 'never';
  }
  // Both want bytes: https://github.com/ollama/ollama/blob/main/docs/openai.md, https://lmstudio.ai/docs/app/api/endpoints/openai
  const wantsBytes = server === 'ollama' || server === 'lmStudio';
  return capabilities.input?.[media] === false || wantsBytes ? 'told' : undefined;
}

function isPrivate(url: string): boolean {
  const hostname = URL.parse(url)?.hostname.replace(/^\[|\]$/g, '') ?? '';
  return (
    /^localhost$|\.(localhost|local|internal|lan)$/.test(hostname) ||
    (/^[\d.]+$|:/.test(hostname) && scopeOf(hostname) !== 'public')
  );
}
