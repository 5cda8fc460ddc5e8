import { t } from '@vscode/l10n';
import { mergeParameters } from '../../shared/effective-parameters';
import { ModelError } from '../model-error';
import type { SpokenFile, Transcription } from '../transcription';
import { failure } from './errors';
import { limitsOf } from './limits';
import { multipartBody } from './multipart';
import type { OpenAiModelSettings } from './openai-model';
import { readTranscription } from './read-transcription';
import { sendRequest } from './request';
import { nextRequestNumber } from './request-number';
import { defaultRetries, withRetries } from './retry';

type Settings = Pick<
  OpenAiModelSettings,
  'endpoint' | 'model' | 'apiKey' | 'log' | 'onExchange' | 'fetch' | 'limits' | 'parameters'
>;

/** What times come with, and what every server knows. */
type Format = 'verbose_json' | 'json';

/** OpenAI's newer models tell no times: https://developers.openai.com/docs/guides/speech-to-text */
const withoutTimes = /gpt-.*transcribe/i;

/**
 * What is said in a sound, from one request: dividing long ones is the caller's. Of the person's parameters, the headers
 * and query parameters of every request are sent; the others are about chats. Throws `ModelError`, or the signal's
 * reason.
 */
export async function transcribe(
  settings: Settings,
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
    throw thrown instanceof ModelError ? typed(thrown) : thrown;
  }
}

async function ask(
  { endpoint, model, apiKey, log, onExchange, fetch = globalThis.fetch, limits, parameters = {} }: Settings,
  sound: SpokenFile,
  { signal, format }: { readonly signal: AbortSignal; readonly format: Format },
): Promise<Transcription> {
  const { extra_headers = {}, extra_query = {} } = mergeParameters(parameters);
  const request = nextRequestNumber();
  const fields = { model, response_format: format };
  const { contentType, bytes } = multipartBody(fields, sound);
  const answers = withRetries(
    (attempt) =>
      sendRequest<Transcription>(
        {
          endpoint: ofModel(endpoint, model),
          apiKey,
          fetch,
          limits: limitsOf(endpoint, limits),
          expects: 'json',
          extraHeaders: extra_headers,
          ofDeployment: true,
          hasImages: false,
          signal,
          log,
          request,
          attempt,
          onExchange,
          body: { ...fields, file: `${sound.name} (${sound.mediaType}, ${sound.bytes.byteLength} bytes)` },
        },
        async function* (client, exchange) {
          const answer = await client.post<unknown>('/audio/transcriptions', {
            body: bytes,
            headers: { 'Content-Type': contentType },
            query: extra_query,
            signal,
          });
          const result = readTranscription(answer);
          if (!result) {
            throw failure('notAStream', exchange.circumstances, { repeatable: false });
          }
          yield result;
          return { ...(result.usage && { usage: result.usage }) };
        },
      ),
    {
      mostRetries: endpoint.maxRetries ?? defaultRetries,
      signal,
      onRetry: (retry) => log?.({ event: 'retryScheduled', request, ...retry }),
    },
  );
  for await (const answer of answers) {
    if (!('type' in answer)) {
      return answer;
    }
  }
  throw new ModelError('incompleteAnswer', t('The server gave no transcript.'));
}

/** A classic Azure endpoint names the deployment of its chat model; this model has one of its own. */
function ofModel(endpoint: Settings['endpoint'], model: string): Settings['endpoint'] {
  return endpoint.deployment === undefined ? endpoint : { ...endpoint, deployment: model };
}

function isAboutFormat(thrown: unknown): boolean {
  return (
    thrown instanceof ModelError &&
    (thrown.status === 400 || thrown.status === 422) &&
    /response_format|verbose_json/i.test(thrown.detail ?? '')
  );
}

/** A server without the operation says 404, 405 or 501. */
function typed(error: ModelError): ModelError {
  const { status, detail, requestId } = error;
  const isMissing = ((status === 404 || status === 405) && error.kind !== 'modelNotFound') || status === 501;
  return isMissing
    ? new ModelError('unsupported', t('This server or model makes no transcripts.'), {
        status,
        ...(detail !== undefined && { detail }),
        ...(requestId !== undefined && { requestId }),
        cause: error,
      })
    : error;
}
