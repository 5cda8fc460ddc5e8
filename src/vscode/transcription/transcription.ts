import { t } from '@vscode/l10n';
import { AttachmentError } from '../../attachments/attachment-error';
import type { AttachmentServices, Transcript } from '../../attachments/attachment-services';
import { describeFailure } from '../../conversation/failure-text';
import { environmentKey } from '../../model/environment-endpoint';
import type { ExchangeObserver } from '../../model/exchange-record';
import { isLocalEndpoint, type Endpoint } from '../../model/endpoint';
import { ModelError } from '../../model/model-error';
import type { RequestLog } from '../../model/request-log';
import type { Transcriber } from '../../model/transcription';
import type { BlobStore } from '../../store/blob-store';
import type { DerivedForms } from '../../store/derived-forms';
import { arrayOf, isNumber, isString, shape } from '../../store/guard';
import type { TranscriptionMeter } from '../../usage/meter';
import type { EndpointServices } from '../endpoints/endpoint-services';
import { pickTranscriptionModel } from './pick-transcription-model';
import { readTranscriptionChoice, saveTranscriptionChoice, type TranscriptionChoice } from './transcription-setting';

export interface TranscriptionOptions extends EndpointServices {
  readonly blobs: BlobStore;
  readonly derived: DerivedForms;
  readonly meter: TranscriptionMeter;
  readonly log: RequestLog;
  readonly onExchange?: ExchangeObserver;
}

const isTranscript = shape<Transcript>({
  text: isString,
  segments: arrayOf(shape<Transcript['segments'][number]>({ start: isNumber, end: isNumber, text: isString })),
});

/** Endings that servers tell the format by. */
const endings: ReadonlyMap<string, string> = new Map([
  ['audio/flac', 'flac'],
  ['audio/mp4', 'm4a'],
  ['audio/mpeg', 'mp3'],
  ['audio/ogg', 'ogg'],
  ['audio/wav', 'wav'],
  ['audio/webm', 'webm'],
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
]);

/** Turns recordings into text by the endpoint that the person chose for it, who is asked where there is none yet. */
export class Transcription {
  readonly #options: TranscriptionOptions;
  /** One question, however many recordings wait for its answer. */
  #asking: Promise<TranscriptionChoice | undefined> | undefined;

  constructor(options: TranscriptionOptions) {
    this.#options = options;
  }

  /** Chooses who makes transcripts from now on; undefined where the person chose nothing. */
  async choose(): Promise<TranscriptionChoice | undefined> {
    const choice = await pickTranscriptionModel(this.#options, readTranscriptionChoice());
    if (choice) {
      await saveTranscriptionChoice(choice);
    }
    return choice;
  }

  readonly transcribe: AttachmentServices['transcribe'] = async ({ blob, name }, { signal }) => {
    const { blobs, derived } = this.#options;
    const { endpoint, model } = await this.#chosen(name);
    signal.throwIfAborted();
    const key = { source: blob.sha256, form: 'transcript', settings: { endpoint: endpoint.baseUrl, model } };
    const known = await derived.get(key, isTranscript);
    if (known) {
      return known;
    }
    try {
      const transcriber = await this.#transcriber(endpoint, model);
      const bytes = await blobs.get(blob.sha256);
      const file = { bytes, mediaType: blob.mediaType, name: fileName(name, blob.mediaType) };
      const { text, segments } = await transcriber.transcribe(file, { signal });
      await derived.put(key, { text, segments });
      return { text, segments };
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof ModelError ? notTranscribed(name, error, { endpoint: endpoint.name, model }) : error;
    }
  };

  async #chosen(name: string): Promise<{ readonly endpoint: Endpoint; readonly model: string }> {
    const chosen = readTranscriptionChoice();
    // A notification would be no question here: once it is out of sight, the recording would wait for it for ever.
    if (!chosen && this.#options.endpoints.endpoints.length === 0) {
      throw new AttachmentError(
        'endpointMissing',
        name,
        t('A transcript is made by a server, and there is none in your settings yet. Add an endpoint, then try again.'),
      );
    }
    const choice = chosen ?? (await this.#ask());
    const endpoint = choice && this.#options.endpoints.find(choice.endpoint);
    if (!choice) {
      throw new AttachmentError(
        'notTranscribed',
        name,
        t('Nothing is chosen that makes transcripts. Run "Iris: Select Transcription Model" and try again.'),
      );
    }
    if (!endpoint) {
      throw new AttachmentError(
        'notTranscribed',
        name,
        t(
          'The endpoint "{0}", which was to make the transcript, is not in your settings any more. Run "Iris: Select Transcription Model" and try again.',
          choice.endpoint,
        ),
      );
    }
    return { endpoint, model: choice.model };
  }

  async #ask(): Promise<TranscriptionChoice | undefined> {
    this.#asking ??= this.choose().finally(() => (this.#asking = undefined));
    return await this.#asking;
  }

  async #transcriber(endpoint: Endpoint, model: string): Promise<Transcriber> {
    const { keys, meter, log, onExchange, models } = this.#options;
    const { transcribe } = await import('../../model/openai/openai-model');
    const known = models.known({ type: 'endpoint', endpoint: endpoint.name, model });
    const ofModel = endpoint.models?.[model]?.parameters;
    const settings = {
      endpoint,
      model,
      apiKey: async () => (await keys.get(endpoint)) ?? environmentKey(process.env, endpoint.baseUrl),
      parameters: {
        ...(endpoint.parameters && { endpoint: endpoint.parameters }),
        ...(ofModel && { model: ofModel }),
      },
      log,
      ...(onExchange && { onExchange }),
    };
    return meter(
      {
        metadata: { endpoint: endpoint.name, model, offline: false, capabilities: known.capabilities },
        transcribe: async (sound, options) => await transcribe(settings, sound, options),
      },
      { isLocal: isLocalEndpoint(endpoint.baseUrl), price: () => known.capabilities.price },
    );
  }
}

function notTranscribed(name: string, error: ModelError, model: TranscriptionChoice): AttachmentError {
  const { message } = describeFailure(error, { model });
  const sentences = [
    t('No transcript could be made. {0}', message),
    ...(error.detail === undefined ? [] : [t('The server says: {0}', error.detail)]),
  ];
  return new AttachmentError('notTranscribed', name, sentences.join(' '));
}

/** Nothing but its ending matters to servers. */
function fileName(name: string, mediaType: string): string {
  const stem = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 100);
  return `${stem}.${endings.get(mediaType) ?? 'wav'}`;
}
