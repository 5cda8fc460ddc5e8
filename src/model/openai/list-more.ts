import { addFacts } from '../listing/add-facts';
import type { ServerKind } from '../listing/kind-at-address';
import { parseGeminiModels } from '../listing/read-gemini';
import { readLlamaCppProps } from '../listing/read-llama-cpp';
import { parseLiteLlmModels } from '../listing/read-lite-llm';
import { parseLmStudioModels } from '../listing/read-lm-studio';
import { ollamaAdjustments, readOllamaShow } from '../listing/read-ollama';
import { parseXaiModels } from '../listing/read-xai';
import type { ListedModel } from '../model-listing';
import { askServer, type AskSettings } from './ask-server';

type Models = readonly ListedModel[];
/** Asks at a path of the endpoint's origin; undefined when that failed. */
type Ask = (path: string, body?: object) => Promise<unknown>;

/** What a server tells beyond its list is worth a short wait. */
const patienceMilliseconds = 5_000;
const totalMilliseconds = 15_000;
/** Ollama is asked for each model, so many at a time, and for no more than these. */
const atOnce = 4;
const mostAsked = 100;

/** The models with what their server tells of them elsewhere. What can't be had is left out; throws only the signal's reason. */
export async function askForMore(kind: ServerKind, models: Models, settings: AskSettings): Promise<Models> {
  if (models.length === 0) {
    return models;
  }
  const patience = AbortSignal.timeout(totalMilliseconds);
  const signal = settings.signal ? AbortSignal.any([settings.signal, patience]) : patience;
  const { baseUrl, apiVersion: _, query: __, ...endpoint } = settings.endpoint;
  const key = kind === 'gemini' ? await settings.apiKey() : undefined;
  const { limits } = settings;
  const ask: Ask = async (path, body) => {
    try {
      const { origin, pathname } = new URL(baseUrl);
      const answer = await askServer(
        {
          ...settings,
          signal,
          endpoint: { ...endpoint, baseUrl: origin + parentPath(kind, pathname) },
          // Google's own API takes a key in this header only.
          ...(key && { apiKey: () => Promise.resolve(undefined), extraHeaders: { 'x-goog-api-key': key } }),
          limits: {
            ...limits,
            responseMilliseconds: Math.min(limits.responseMilliseconds, patienceMilliseconds),
            silenceMilliseconds: Math.min(limits.silenceMilliseconds, patienceMilliseconds),
          },
        },
        (client) => (body ? client.post(path, { body, signal }) : client.get(path, { signal })),
      );
      return answer.body;
    } catch {
      settings.signal?.throwIfAborted();
      // It is in the log; the list is good without.
      return undefined;
    }
  };
  return await factsOf[kind](models, ask);
}

/** Where a server's own API begins, beside its OpenAI-compatible one. */
function parentPath(kind: ServerKind, path: string): string {
  const trimmed = path.replace(/\/+$/, '');
  return kind === 'xai' ? trimmed : trimmed.replace(kind === 'gemini' ? /\/openai$/ : /\/v1$/, '');
}

const factsOf: Readonly<Record<ServerKind, (models: Models, ask: Ask) => Promise<Models>>> = {
  ollama: askOllama,
  lmStudio: async (models, ask) =>
    addFacts(
      models,
      parseLmStudioModels(await ask('/api/v1/models')) ?? parseLmStudioModels(await ask('/api/v0/models')) ?? [],
    ),
  llamaCpp: askLlamaCpp,
  liteLlm: async (models, ask) => addFacts(models, parseLiteLlmModels(await ask('/model/info')) ?? []),
  xai: async (models, ask) => addFacts(models, parseXaiModels(await ask('/language-models')) ?? []),
  gemini: async (models, ask) => addFacts(models, parseGeminiModels(await ask('/models?pageSize=1000')) ?? []),
};

/** It tells of the one model that it has loaded; which that is among several it does not tell. */
async function askLlamaCpp(models: Models, ask: Ask): Promise<Models> {
  if (models.length > 1) {
    return models;
  }
  const capabilities = readLlamaCppProps(await ask('/props'));
  return addFacts(
    models,
    models.map(({ id }) => ({ id, capabilities })),
  );
}

async function askOllama(models: Models, ask: Ask): Promise<Models> {
  const waiting = models.slice(0, mostAsked).map(({ id }) => id);
  const told: ListedModel[] = [];
  const askInTurn = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      told.push({ id, capabilities: readOllamaShow(await ask('/api/show', { model: id })) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askInTurn));
  return addFacts(models, told).map((model) => ({ ...model, adjustments: ollamaAdjustments }));
}
