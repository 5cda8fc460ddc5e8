import type { TaskContext } from './task-context';
import type { LoadedCall, TaskName, Tasks } from './protocol';

/** Does one task. Decoders are loaded by the first task that needs them. */
export async function runTask(call: LoadedCall, context: TaskContext): Promise<Tasks[TaskName]['output']> {
  switch (call.name) {
    case 'readImage': {
      const { readImage } = await import('./image/read-image');
      return readImage(call.input, context);
    }
    case 'prepareImage': {
      const { prepareImage } = await import('./image/prepare-image');
      return prepareImage(call.input, context);
    }
    case 'cropImage': {
      const { cropImage } = await import('./image/crop-image');
      return cropImage(call.input, context);
    }
    case 'blackenPicture': {
      const { blackenPicture } = await import('./image/blacken-picture');
      return blackenPicture(call.input, context);
    }
    case 'comparePictures': {
      const { comparePictures } = await import('./image/compare-pictures');
      return comparePictures(call.input, context);
    }
    case 'findSecrets': {
      const { findSecrets } = await import('./secrets/find-secrets');
      return findSecrets(call.input);
    }
    case 'readText': {
      const { readText } = await import('./ocr/read-text');
      return readText(call.input, context);
    }
    case 'readPdf': {
      const { readPdf } = await import('./pdf/read-pdf');
      return readPdf(call.input, context);
    }
    case 'renderPages': {
      const { renderPages } = await import('./pdf/render-pages');
      return renderPages(call.input, context);
    }
    case 'readPageTexts': {
      const { readPageTexts } = await import('./pdf/read-page-texts');
      return readPageTexts(call.input, context);
    }
    case 'keepPages': {
      const { keepPages } = await import('./pdf/keep-pages');
      return keepPages(call.input, context);
    }
    case 'readAudio': {
      const { readAudio } = await import('./audio/read-audio');
      return readAudio(call.input, context);
    }
    case 'encodeAudio': {
      const { encodeAudio } = await import('./audio/encode-audio');
      return encodeAudio(call.input, context);
    }
    case 'readVideo': {
      const { readVideo } = await import('./video/read-video');
      return readVideo(call.input);
    }
    case 'extractFrames': {
      const { extractFrames } = await import('./video/extract-frames');
      return extractFrames(call.input, context);
    }
    case 'cutVideo': {
      const { cutVideo } = await import('./video/cut-video');
      return cutVideo(call.input);
    }
    case 'compareFrames': {
      const { compareFrames } = await import('./video/compare-frames');
      return compareFrames(call.input);
    }
    case 'readDocument': {
      const { readDocument } = await import('./document/read-document');
      return readDocument(call.input, context);
    }
    case 'listTargets': {
      const { listTargets } = await import('./screen/list-targets');
      return listTargets();
    }
    case 'captureTarget': {
      const { captureTarget } = await import('./screen/capture-target');
      return captureTarget(call.input.target);
    }
  }
}
