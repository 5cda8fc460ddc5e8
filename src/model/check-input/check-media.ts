import type { ContentPart, MediaBytes, MediaPart, MediaUrl } from '../messages';
import { type Fields, fieldsOf, filledStringOf, oneOf, stringOf } from './fields';
import { invalidInput, kindOf } from './invalid-input';

const mediaTypes = ['image', 'audio', 'video', 'file'] as const;
const details = ['auto', 'low', 'high', 'original'] as const;
/** With parameters such as `;codecs=opus`. A comma would end it in a data URL. */
const mediaTypePattern = /^[\w.+-]+\/[\w.+-]+(?:; ?[\w.+-]+="?[\w.+-]+"?)*$/;
const audioForms = ['input_audio', 'audio_url'] as const;

/** Throws `ModelError` of kind `invalidInput`. `where` names the value in a sentence. */
export function checkContentPart(value: unknown, where: string): ContentPart {
  const fields = fieldsOf(value, where);
  if (fields['type'] === 'text') {
    return { type: 'text', text: stringOf(fields['text'], `${where}.text`) };
  }
  oneOf(fields['type'], ['text', ...mediaTypes], `${where}.type`);
  return checkMediaPart(fields, where);
}

/** Throws `ModelError` of kind `invalidInput`. `where` names the value in a sentence. */
export function checkMediaPart(value: unknown, where: string): MediaPart {
  const fields = fieldsOf(value, where);
  const type = oneOf(fields['type'], mediaTypes, `${where}.type`);
  const name = fields['name'] === undefined ? {} : { name: stringOf(fields['name'], `${where}.name`) };
  switch (type) {
    case 'image': {
      const { detail } = fields;
      return {
        type,
        image: checkMedia(fields[type], `${where}.image`),
        ...(detail !== undefined && { detail: oneOf(detail, details, `${where}.detail`) }),
        ...name,
      };
    }
    case 'audio': {
      const { sentAs } = fields;
      return {
        type,
        audio: checkMedia(fields[type], `${where}.audio`),
        ...(sentAs !== undefined && { sentAs: oneOf(sentAs, audioForms, `${where}.sentAs`) }),
        ...name,
      };
    }
    case 'video':
      return { type, video: checkMedia(fields[type], `${where}.video`), ...name };
    case 'file':
      return {
        type,
        file: checkBytes(fieldsOf(fields[type], `${where}.file`), `${where}.file`),
        name: filledStringOf(fields['name'], `${where}.name`),
      };
  }
}

function checkMedia(value: unknown, where: string): MediaBytes | MediaUrl {
  const fields = fieldsOf(value, where);
  if (fields['url'] === undefined) {
    return checkBytes(fields, where);
  }
  const url = stringOf(fields['url'], `${where}.url`);
  if (!URL.canParse(url)) {
    throw invalidInput(`${where}.url must be an absolute URL.`);
  }
  return { url };
}

function checkBytes(fields: Fields, where: string): MediaBytes {
  const mediaType = stringOf(fields['mediaType'], `${where}.mediaType`);
  if (!mediaTypePattern.test(mediaType)) {
    throw invalidInput(`${where}.mediaType must be a media type such as image/png.`);
  }
  const { bytes } = fields;
  if (!isUint8Array(bytes)) {
    throw invalidInput(`${where}.bytes must be a Uint8Array, but is ${kindOf(bytes)}.`);
  }
  if (bytes.byteLength === 0) {
    throw invalidInput(`${where}.bytes is empty.`);
  }
  return { mediaType, bytes };
}

/** Also those of another realm, which are no instances of this one's class. */
function isUint8Array(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]';
}
