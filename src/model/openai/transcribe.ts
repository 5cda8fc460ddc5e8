import { t } from '@vscode/l10n';
import type { Endpoint } from '../endpoint';
import { ModelError } from '../model-error';
import type { SpokenFile, Transcription } from '../transcription';
import { askOnce, isMissingOperation, missingOperation, type OperationSettings } from './ask-once';
import { multipartBody } from './multipart';
import { readTranscription } from './read-transcription';

/** What times come with, and what every server knows. */
type Format = 'verbose_json' | 'json';

/** OpenAI's newer models tell no times: https://developers.openai.com/docs/guides/speech-to-text */
const withoutTimes = /gpt-.*transcribe/i;

/**
 * What is said in a sound, from one request: dividing long ones is the caller's. Throws `ModelError`, or the signal's
 * reason.
 */
export async function transcribe(
  settings: OperationSettings,
  sound: SpokenFile,
  { signal }: { readonly signal: AbortSignal },
): Promise<Transcription> {
  signal.throwIfAborted();
  const format: Format = withoutTimes.test(settings.model) ? 'json' : 'verbose_json';
  try {
    return await ask(settings, sound, { signal, format });
  } catch (thrown) {
    if (format === 'verbose_json' && isAboutFormat(thrown)) {
      return await ask(settings, sound, { signal, format: 'json' });
    }
    throw thrown instanceof ModelError && isMissingOperation(thrown)
      ? missingOperation(thrown, t('This server or model makes no transcripts.'))
      : thrown;
  }
}

async function ask(
  settings: OperationSettings,
  sound: SpokenFile,
  { signal, format }: { readonly signal: AbortSignal; readonly format: Format },
): Promise<Transcription> {
  const { endpoint, model } = settings;
  const fields = { model, response_format: format };
  const { contentType, bytes } = multipartBody(fields, sound);
  return await askOnce(
    { ...settings, endpoint: ofModel(endpoint, model) },
    {
      path: '/audio/transcriptions',
      body: { ...fields, file: `${sound.name} (${sound.mediaType}, ${sound.bytes.byteLength} bytes)` },
      bytes,
      headers: { 'Content-Type': contentType },
      read: readTranscription,
      noAnswer: t('The server gave no transcript.'),
      signal,
    },
  );
}

/** A classic Azure endpoint names the deployment of its chat model; this model has one of its own. */
function ofModel(endpoint: Endpoint, model: string): Endpoint {
  return endpoint.deployment === undefined ? endpoint : { ...endpoint, deployment: model };
}

function isAboutFormat(thrown: unknown): boolean {
  return (
    thrown instanceof ModelError &&
    (thrown.status === 400 || thrown.status === 422) &&
    /response_format|verbose_json/i.test(thrown.detail ?? '')
  );
}
