import type { ModelTarget } from '../../model/model-target';
import type { AudioAttachment } from '../../shared/attachment/attachment';
import type { Offer } from '../../shared/attachment/tray-item';
import type { Planned } from '../planned';
import { soundParts, transcriptParts } from './sound-parts';
import { chosenPart, soundRequest } from './sound-request';

/** How a sound is sent to this model: as it sounds where the model may hear, else as the person chooses. */
export function planAudio(attachment: AudioAttachment, target: ModelTarget): Planned {
  const { options, instead } = attachment;
  const part = chosenPart(attachment);
  if (options.form === 'transcript' || (options.form === undefined && instead === 'text')) {
    const { transcript: edited } = options;
    const chosen = { start: part.start, end: part.end, ...(edited !== undefined && { edited }) };
    return {
      status: 'planned',
      plan: { form: 'transcript', ...chosen },
      prepare: async (context) => ({ ...attachment, ...(await transcriptParts(attachment, chosen, context)) }),
    };
  }
  const isTried = instead === 'anyway' && canBeSent(target);
  if (!mayHear(target) && !isTried) {
    const offers: readonly Offer[] = ['otherModel', 'text', ...(canBeSent(target) ? (['anyway'] as const) : [])];
    return { status: 'obstructed', obstacle: { modality: 'audio', offers } };
  }
  const { transcript: _transcript, ...unheard } = attachment;
  return {
    status: 'planned',
    plan: { form: 'sound', ...soundRequest(attachment, part).request },
    prepare: async (context) => ({ ...unheard, ...(await soundParts(attachment, part, context)) }),
  };
}

/** Whether a model may hear: unless somebody says that it does not, it is tried. */
export function mayHear(target: ModelTarget): boolean {
  return canBeSent(target) && target.capabilities.input?.audio !== false;
}

/** OpenAI's Responses API has no part for a sound: https://platform.openai.com/docs/guides/audio */
function canBeSent({ offline, api }: ModelTarget): boolean {
  return !offline && api !== 'responses';
}
