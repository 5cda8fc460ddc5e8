import type {
  Attachment,
  AudioAttachment,
  DocumentAttachment,
  EditedPicture,
  FrameFacts,
  ImageAttachment,
  LinkAttachment,
  PdfAttachment,
  Place,
  SentPart,
  TextAttachment,
  VideoAttachment,
} from '../shared/attachment/attachment';
import { substitutes } from '../shared/attachment/attachment';
import type { BlobReference, ImageReference } from '../shared/blob';
import { imageDetails } from '../shared/parameters';
import {
  arrayOf,
  isBoolean,
  isNumber,
  isRecord,
  isString,
  literal,
  optional,
  shape,
  tagged,
  type Guard,
} from './guard';
import { isPictureEdit } from './picture-edit-guard';

const blobFields = { sha256: isString, mediaType: isString, byteLength: isNumber };
export const isBlob = shape<BlobReference>(blobFields);
export const isImage = shape<ImageReference>({ ...blobFields, width: isNumber, height: isNumber });

type PartOf<T extends SentPart['type']> = Extract<SentPart, { type: T }>;

const isDetail = literal(...imageDetails);
const isPlace = (value: unknown): value is Place =>
  isRecord(value) && (isNumber(value['page']) || isNumber(value['seconds']));
const isMedia = literal('image', 'audio', 'video');

const isPart = tagged<SentPart>('type', {
  text: shape<PartOf<'text'>>({ type: literal('text'), blob: isBlob, isNote: optional(isBoolean) }),
  image: shape<PartOf<'image'>>({
    type: literal('image'),
    blob: isImage,
    detail: optional(isDetail),
    label: optional(isString),
    place: optional(isPlace),
  }),
  audio: shape<PartOf<'audio'>>({
    type: literal('audio'),
    blob: isBlob,
    seconds: isNumber,
    label: optional(isString),
  }),
  video: shape<PartOf<'video'>>({
    type: literal('video'),
    blob: isBlob,
    seconds: isNumber,
    width: isNumber,
    height: isNumber,
    label: optional(isString),
  }),
  file: shape<PartOf<'file'>>({ type: literal('file'), blob: isBlob, name: isString, pageCount: isNumber }),
  link: shape<PartOf<'link'>>({ type: literal('link'), media: isMedia, url: isString, detail: optional(isDetail) }),
});

const base = {
  id: isString,
  name: isString,
  origin: optional(isString),
  fileSha256: optional(isString),
  thumbnail: optional(isImage),
  instead: optional(literal(...substitutes)),
  secretsAccepted: optional(isString),
  parts: arrayOf(isPart),
  preparedAs: optional(isString),
  reasons: arrayOf(isString),
};

/** What was chosen is checked again by what prepares the attachment anew. */
const isOptions = isRecord as <T>(value: unknown) => value is T;
const isNumbers = arrayOf(isNumber);
const isSize = shape<{ readonly width: number; readonly height: number }>({ width: isNumber, height: isNumber });
export const isFrameFacts = shape<FrameFacts>({
  count: isNumber,
  times: optional(isNumbers),
  sizes: optional(arrayOf(isSize)),
});

/** Whether a stored value is an attachment that this version understands. */
export const isAttachment: Guard<Attachment> = tagged<Attachment>('kind', {
  image: shape<ImageAttachment>({
    ...base,
    kind: literal('image'),
    source: isImage,
    thumbnail: isImage,
    frames: optional(isFrameFacts),
    edited: optional(shape<EditedPicture>({ picture: isImage, edit: isPictureEdit })),
    unsavedEdit: optional(isPictureEdit),
    options: isOptions,
  }),
  pdf: shape<PdfAttachment>({
    ...base,
    kind: literal('pdf'),
    source: isBlob,
    pageCount: isNumber,
    scannedPages: isNumbers,
    figurePages: isNumbers,
    damagedPages: optional(isNumbers),
    isEncrypted: optional(isBoolean),
    options: isOptions,
  }),
  audio: shape<AudioAttachment>({
    ...base,
    kind: literal('audio'),
    source: isBlob,
    seconds: isNumber,
    waveform: optional(isNumbers),
    codec: optional(isString),
    transcript: optional(isString),
    options: isOptions,
  }),
  video: shape<VideoAttachment>({
    ...base,
    kind: literal('video'),
    source: isBlob,
    seconds: isNumber,
    width: isNumber,
    height: isNumber,
    frameRate: isNumber,
    hasSound: isBoolean,
    transcript: optional(isString),
    options: isOptions,
  }),
  document: shape<DocumentAttachment>({
    ...base,
    kind: literal('document'),
    format: isString,
    source: isBlob,
    pictureCount: isNumber,
    options: isOptions,
  }),
  text: shape<TextAttachment>({
    ...base,
    kind: literal('text'),
    source: isBlob,
    wholeBytes: optional(isNumber),
    languageId: isString,
    lines: optional(shape<{ readonly first: number; readonly last: number }>({ first: isNumber, last: isNumber })),
  }),
  link: shape<LinkAttachment>({ ...base, kind: literal('link'), url: isString, media: isMedia, options: isOptions }),
});
