import type { ModelCapabilities } from '../../shared/capabilities';
import { asRecord, type JsonRecord } from '../json';
import { asCount, asFlag, asTexts, defined } from './read-fields';

/** WebP needs a program beside it that may be missing. */
const images = { formats: ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'] };

/** An entry of `models` in llama.cpp's `GET /v1/models`: without `multimodal` the model takes text only. */
export function readLlamaCppModel(entry: JsonRecord): ModelCapabilities {
  const listed = asTexts(entry['capabilities']);
  return listed.includes('completion') && !listed.includes('multimodal')
    ? { input: { text: true, image: false, audio: false, video: false } }
    : {};
}

/**
 * llama.cpp's `GET /props` (https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md): what the one
 * loaded model takes, and the context of each of its slots.
 */
export function readLlamaCppProps(body: unknown): ModelCapabilities {
  const props = asRecord(body);
  const modalities = asRecord(props?.['modalities']);
  const image = asFlag(modalities?.['vision']);
  const input = defined({ image, audio: asFlag(modalities?.['audio']), video: asFlag(modalities?.['video']) });
  return defined({
    input: Object.keys(input).length > 0 ? { text: true, ...input } : undefined,
    images: image ? images : undefined,
    tools: asFlag(asRecord(props?.['chat_template_caps'])?.['supports_tools']),
    contextTokens: asCount(asRecord(props?.['default_generation_settings'])?.['n_ctx']),
  });
}
