import type { ModelTarget } from '../../model/model-target';
import type { ImageAttachment, Substitute } from '../../shared/attachment/attachment';
import type { PrepareContext } from '../attachment-services';
import { imageDescription, imageText, type PictureInWords, type Words } from '../image-text';
import type { Planned } from '../planned';
import { asShown } from './edited-picture';
import { planPicture } from './picture-plan';
import { preparePicture } from './prepare-picture';

/** What is sent of a picture, as it was edited, to this model: pictures, or what the person chose for a model that takes none. */
export function planImage(attachment: ImageAttachment, target: ModelTarget): Planned {
  const planned = planShown(asShown(attachment), target);
  if (planned.status === 'obstructed') {
    return planned;
  }
  return {
    ...planned,
    prepare: async (context) => {
      const { parts, reasons } = await planned.prepare(context);
      return { ...attachment, parts, reasons };
    },
  };
}

function planShown(attachment: ImageAttachment, target: ModelTarget): Planned {
  const { instead } = attachment;
  if (target.capabilities.input?.image === false && instead !== 'anyway') {
    return planInstead(attachment, instead);
  }
  const plan = planPicture(attachment, target);
  return { status: 'planned', plan, prepare: (context) => preparePicture(attachment, { plan, target, context }) };
}

/** The built-in engine, which reads from all pixels there are. */
const reader: ModelTarget = { endpoint: '', model: '', offline: true, capabilities: {} };
/** Whoever describes a picture: most models look at as much as an unknown one is given. */
const describer: ModelTarget = { ...reader, offline: false };

function planInstead(attachment: ImageAttachment, instead: Exclude<Substitute, 'anyway'> | undefined): Planned {
  switch (instead) {
    case 'text':
      return inWords(attachment, reader, imageText);
    case 'description':
      return inWords(attachment, describer, imageDescription);
    case undefined:
      return {
        status: 'obstructed',
        obstacle: { modality: 'image', offers: ['otherModel', 'text', 'description', 'anyway'] },
      };
  }
}

/** The pictures are made as for whoever puts them into words; nothing of them is sent. */
function inWords(
  attachment: ImageAttachment,
  target: ModelTarget,
  tell: (picture: PictureInWords, context: PrepareContext) => Promise<Words>,
): Planned {
  const { frames } = attachment.options;
  const whole: ImageAttachment = { ...attachment, options: { ...(frames && { frames }), tiles: false } };
  const plan = planPicture(whole, target);
  return {
    status: 'planned',
    plan: { instead: attachment.instead, of: plan },
    prepare: async (context) => {
      const { parts } = await preparePicture(whole, { plan, target, context });
      const told: Words[] = [];
      for (const part of parts) {
        if (part.type === 'image') {
          told.push(
            await tell({ name: part.label?.replace(/:$/, '') ?? attachment.name, picture: part.blob }, context),
          );
        }
      }
      return {
        ...attachment,
        parts: told.flatMap((words) => words.parts),
        reasons: [...new Set(told.flatMap((words) => words.reasons))],
      };
    },
  };
}
