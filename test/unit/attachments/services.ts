import type { AttachmentServices, PrepareContext } from '../../../src/attachments/attachment-services';
import type { MediaServices } from '../../../src/media-process/child-media-service';
import type { ModelTarget } from '../../../src/model/model-target';
import type { BlobStore } from '../../../src/store/blob-store';
import { MemoryDerivedForms } from './memory-derived-forms';

/** A model of OpenAI's that takes pictures. */
export const seeing: ModelTarget = { endpoint: 'OpenAI', model: 'gpt-4o', offline: false, capabilities: {} };

/** The built-in engine. */
export const builtIn: ModelTarget = { endpoint: 'Iris', model: 'built-in', offline: true, capabilities: {} };

export function attachmentServices(media: MediaServices, blobs: BlobStore): AttachmentServices {
  return {
    media,
    blobs,
    derived: new MemoryDerivedForms(),
    passwords: new Map(),
    transcribe: () => Promise.reject(new Error('Nothing transcribes here.')),
    describe: () => Promise.reject(new Error('Nothing describes here.')),
  };
}

export function prepareContext(services: AttachmentServices, signal = new AbortController().signal): PrepareContext {
  return { ...services, id: 'one', signal, progress: () => undefined };
}
