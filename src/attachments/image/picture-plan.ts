import type { PicturePlan, SheetRequest, Size, StillRequest } from '../../media-process/media-service';
import { drawnSize } from '../../media-process/target-size';
import { findMediaRules } from '../../model/media-rules/find-media-rules';
import type { ModelTarget } from '../../model/model-target';
import type { ImageAttachment, Place } from '../../shared/attachment/attachment';
import type { ImageDetail } from '../../shared/parameters';
import { cutIntoTiles } from './cut-into-tiles';
import { layOutSheet, sheetFrames } from './lay-out-sheet';
import { bytesLimit, fitToLimits, fitToModel, scaleBy, type PictureFit } from './picture-fit';
import { encodedFormats, untouchedFormats } from './picture-formats';
import { frameLabel, pageLabel, sheetLabel, tileLabel } from './picture-labels';
import { needsTiles } from './needs-tiles';

/** What is sent of a picture. A plain value. */
export interface ImagePlan {
  readonly form: 'whole' | 'tiles' | 'sheet' | 'frames' | 'pages';
  readonly prepare: Omit<PicturePlan, 'pictures'> & { readonly pictures: readonly SizedRequest[] };
  /** What is said of each picture of `prepare`. */
  readonly parts: readonly PlannedPart[];
  readonly detail?: ImageDetail;
}

type SizedRequest = StillRequest | SheetRequest;

export interface PlannedPart {
  readonly label?: string;
  readonly place?: Place;
}

interface Shot extends PlannedPart {
  readonly request: SizedRequest;
}

/** Pixels of the longer side of what needs no reading. */
const SMALL_SIDE = 512;
/** Pixels of the longer side that a drawing (SVG) gets when it is smaller: icons become readable and nothing blurs. */
const MIN_VECTOR_SIDE = 1_024;
/** Pixels of the longer side of any drawing: it may claim any size. */
const MAX_VECTOR_SIDE = 8_192;
/** Pieces, frames or pages of one attachment: more are many tokens and rarely looked at. */
const MAX_PARTS = 24;

/** Decides what is sent of a picture to a model that takes pictures, or might. */
export function planPicture(attachment: ImageAttachment, target: ModelTarget): ImagePlan {
  const { options } = attachment;
  const { form, shots } = chooseShots(attachment, target);
  const maxBytes = bytesLimit(target);
  // Of pages a model would see the first alone.
  const asItIs =
    options.size === 'original' && !options.format && !options.frames && form !== 'tiles' && form !== 'pages';
  return {
    form,
    prepare: {
      pictures: shots.map(({ request }) => request),
      formats: encodedFormats(target, options),
      ...(maxBytes !== undefined && { maxBytes }),
      ...(asItIs && isWithinLimits(attachment.source, target) && { untouched: untouchedFormats(target) }),
    },
    parts: shots.map(({ label, place }) => ({ ...(label !== undefined && { label }), ...(place && { place }) })),
    ...(options.detail && { detail: options.detail }),
  };
}

function chooseShots(
  attachment: ImageAttachment,
  target: ModelTarget,
): { readonly form: ImagePlan['form']; readonly shots: readonly Shot[] } {
  const { frames, options } = attachment;
  const fit = chosenFit(attachment, target);
  const maxCount = Math.min(
    MAX_PARTS,
    target.capabilities.images?.count ?? MAX_PARTS,
    findMediaRules(target).request.imageCount ?? MAX_PARTS,
  );
  if (frames && (options.frames === 'sheet' || (frames.times && options.frames === undefined))) {
    return { form: 'sheet', shots: [sheetShot(attachment, fit)] };
  }
  if (frames) {
    const all = Array.from({ length: frames.count }, (_, index) => index);
    const chosen = Array.isArray(options.frames) ? options.frames : all;
    const shots = chosen.slice(0, maxCount).map((frame: number) => frameShot(attachment, frame, fit));
    return { form: frames.times ? 'frames' : 'pages', shots };
  }
  const tiles = tileShots(attachment, { fit, maxCount });
  return tiles.length > 0
    ? { form: 'tiles', shots: tiles }
    : { form: 'whole', shots: [{ request: fit(naturalSize(attachment)) }] };
}

/** The size that the person chose, or else that the model would bring a picture to. */
function chosenFit({ options }: ImageAttachment, target: ModelTarget): PictureFit {
  if (options.size === 'original') {
    return fitToLimits(target);
  }
  const fit = fitToModel(target, options.detail);
  return options.size === 'small'
    ? (size) => fit(scaleBy(size, Math.min(1, SMALL_SIDE / Math.max(size.width, size.height))))
    : fit;
}

/** The size that a picture has before it is made to fit, in as many pixels as are held; drawings have none of their own. */
export function naturalSize({ source }: Pick<ImageAttachment, 'source'>): Size {
  if (source.mediaType !== 'image/svg+xml') {
    return drawnSize(source);
  }
  const longSide = Math.max(source.width, source.height);
  return scaleBy(source, Math.min(Math.max(longSide, MIN_VECTOR_SIDE), MAX_VECTOR_SIDE) / longSide);
}

function tileShots(
  attachment: ImageAttachment,
  { fit, maxCount }: { readonly fit: PictureFit; readonly maxCount: number },
): readonly Shot[] {
  const { detail, size } = attachment.options;
  // Who wants few details does not want them many times over.
  const { tiles = detail !== 'low' && needsTiles(naturalSize(attachment), fit) } = attachment.options;
  const tiling = tiles && size === undefined ? cutIntoTiles(naturalSize(attachment), fit, maxCount) : undefined;
  if (!tiling) {
    return [];
  }
  return tiling.boxes.map((box, index) => ({
    request: { ...tiling.size, box },
    label: tileLabel(attachment.name, index, tiling),
  }));
}

function frameShot({ name, source, frames }: ImageAttachment, frame: number, fit: PictureFit): Shot {
  const seconds = frames?.times?.[frame];
  const size = frames?.sizes?.[frame] ?? source;
  return {
    request: { ...fit({ width: size.width, height: size.height }), frame },
    ...(seconds === undefined
      ? { label: pageLabel(name, frame + 1), place: { page: frame + 1 } }
      : { label: frameLabel(name, seconds), place: { seconds } }),
  };
}

function sheetShot({ name, source, frames }: ImageAttachment, fit: PictureFit): Shot {
  const { count = 1, times } = frames ?? {};
  const sheet = sheetFrames(count, times);
  const layout = layOutSheet(sheet.length, { width: source.width, height: source.height }, fit);
  return { request: { ...layout, sheet }, label: sheetLabel(name, { sheet, columns: layout.columns, times }) };
}

function isWithinLimits({ width, height }: Size, target: ModelTarget): boolean {
  const fitted = fitToLimits(target)({ width, height });
  return fitted.width === width && fitted.height === height;
}
