import { availableParallelism } from 'node:os';
import { MAX_IMAGE_BYTES } from '../shared/limits';
import type { Disposable } from '../util/disposable';
import { emptyPicture, tooManyBytes } from './media-failures';
import type { AudioService } from './audio-service';
import type { ComparisonService } from './comparison-service';
import type { DocumentService } from './document-service';
import type { MediaService } from './media-service';
import type { MediaSource } from './media-source';
import type { PdfService } from './pdf-service';
import type { SecretService } from './secret-service';
import type { VideoService } from './video-service';
import type { ScreenService } from './screen-service';
import { TaskRunner } from './task-runner';

export interface MediaServiceOptions {
  /** Path of the bundle of main.ts, with the `ocr` folder beside it. */
  readonly modulePath: string;
  /** File with the texts of the display language; they are English without. */
  readonly translations?: string | undefined;
  /** Image tasks at the same time; one processor less than there are by default. */
  readonly parallelImages?: number;
  /** How long the process stays after its last task; 30 seconds by default. */
  readonly idleMilliseconds?: number;
}

/** All work on untrusted media. */
export interface MediaServices
  extends MediaService, PdfService, AudioService, VideoService, DocumentService, SecretService, ComparisonService {}

export interface ChildMediaService extends MediaServices, ScreenService, Disposable {
  /** Identifier of the process while there is one. */
  readonly processId: number | undefined;
}

/** Media work in a child process of its own, which is started by the first call. */
export function createMediaService({
  modulePath,
  translations,
  parallelImages = Math.max(1, availableParallelism() - 1),
  idleMilliseconds = 30_000,
}: MediaServiceOptions): ChildMediaService {
  const runner = new TaskRunner({ modulePath, translations, parallelImages, idleMilliseconds });
  return {
    readImage: async (source, request, options = {}) => {
      checkBytes(source);
      return runner.run('readImage', { source, ...request }, options);
    },
    prepareImage: async (source, plan, options = {}) => {
      checkBytes(source);
      return runner.run('prepareImage', { source, plan }, options);
    },
    readText: async (source, options = {}) => {
      checkBytes(source);
      return runner.run('readText', { source }, options);
    },
    cropImage: async (source, box, options = {}) => {
      checkBytes(source);
      return runner.run('cropImage', { source, box }, options);
    },
    blackenPicture: async (source, request, options = {}) => {
      checkBytes(source);
      return runner.run('blackenPicture', { source, ...request }, options);
    },
    comparePictures: async (pair, options = {}) => {
      checkBytes(pair.source);
      checkBytes(pair.other);
      return runner.run('comparePictures', pair, options);
    },
    findSecrets: (text, options = {}) => runner.run('findSecrets', { text }, options),
    readPdf: (source, { password, ...options } = {}) =>
      runner.run('readPdf', { source, ...given({ password }) }, options),
    renderPages: (source, request, { password, ...options } = {}) =>
      runner.run('renderPages', { source, ...request, ...given({ password }) }, options),
    readPageTexts: (source, pages, { password, ...options } = {}) =>
      runner.run('readPageTexts', { source, pages, ...given({ password }) }, options),
    keepPages: (source, pages, { password, ...options } = {}) =>
      runner.run('keepPages', { source, pages, ...given({ password }) }, options),
    readAudio: (source, options = {}) => runner.run('readAudio', { source }, options),
    encodeAudio: (source, request, options = {}) => runner.run('encodeAudio', { source, request }, options),
    readVideo: (source, options = {}) => runner.run('readVideo', { source }, options),
    extractFrames: (source, request, options = {}) => runner.run('extractFrames', { source, request }, options),
    cutVideo: (source, { start, end }, options = {}) => runner.run('cutVideo', { source, start, end }, options),
    compareFrames: (pictures, options = {}) => runner.run('compareFrames', { pictures }, options),
    readDocument: (source, options = {}) => runner.run('readDocument', { source }, options),
    listTargets: (options = {}) => runner.run('listTargets', {}, options),
    captureTarget: ({ kind, id }, options = {}) => runner.run('captureTarget', { target: { kind, id } }, options),
    get processId() {
      return runner.processId;
    },
    dispose: () => runner.dispose(),
  };
}

function given({ password }: { readonly password: string | undefined }): { readonly password?: string } {
  return password === undefined ? {} : { password };
}

/** Before anything is copied to the other process. */
function checkBytes(source: MediaSource): void {
  if (!(source instanceof Uint8Array)) {
    return;
  }
  if (source.byteLength === 0) {
    throw emptyPicture();
  }
  if (source.byteLength > MAX_IMAGE_BYTES) {
    throw tooManyBytes(source.byteLength);
  }
}
