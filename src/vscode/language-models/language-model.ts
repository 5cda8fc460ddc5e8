import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { orAborted, untilAborted } from '../../conversation/until-aborted';
import { collectResult } from '../../model/collect';
import type { ModelDelta } from '../../model/deltas';
import type { ModelMessage } from '../../model/messages';
import { ModelError } from '../../model/model-error';
import type { ModelOptions, MultimodalModel } from '../../model/multimodal-model';
import { capabilitiesOf } from './capabilities';
import { countUsage } from './count-usage';
import { languageModelEndpoint } from './endpoint-label';
import { PartReader } from './read-parts';
import { planOptions } from './request-options';
import { toChatMessages } from './to-chat-messages';
import { toModelError } from './to-model-error';

/** A model that another extension provides to VS Code, such as Copilot's. */
export function createLanguageModel(chat: vscode.LanguageModelChat): MultimodalModel {
  const streamChat: MultimodalModel['streamChat'] = (messages, options = {}) => ask(chat, messages, options);
  const streamComplete: MultimodalModel['streamComplete'] = (prompt, attachments = [], options = {}) =>
    streamChat([{ role: 'user', content: [{ type: 'text', text: prompt }, ...attachments] }], options);
  return {
    metadata: {
      endpoint: languageModelEndpoint(chat.vendor),
      model: chat.id,
      offline: false,
      capabilities: capabilitiesOf(chat),
      isLanguageModel: true,
      isLocal: false,
    },
    streamChat,
    streamComplete,
    chat: (messages, options) => collectResult(streamChat(messages, options)),
    complete: (prompt, attachments, options) => collectResult(streamComplete(prompt, attachments, options)),
    embed: () => Promise.reject(new ModelError('unsupported', t('Language models of VS Code make no embeddings.'))),
  };
}

async function* ask(
  chat: vscode.LanguageModelChat,
  messages: readonly ModelMessage[],
  { parameters, signal = new AbortController().signal }: ModelOptions,
): AsyncGenerator<ModelDelta> {
  signal.throwIfAborted();
  const { options, omitted } = planOptions(parameters);
  const chatMessages = await orAborted(toChatMessages(messages), signal);
  for (const parameter of omitted) {
    yield { type: 'adjusted', adjustment: { type: 'omitted', parameter } };
  }
  const cancellation = new vscode.CancellationTokenSource();
  const reader = new PartReader();
  let text = '';
  try {
    const request = Promise.resolve(chat.sendRequest(chatMessages, options, cancellation.token));
    const { stream } = await orAborted(request, signal);
    for await (const part of untilAborted(stream, signal)) {
      const delta = reader.read(part);
      if (delta) {
        text += delta.type === 'text' ? delta.text : '';
        yield delta;
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    throw toModelError(error, { hasImages: hasImages(messages) });
  } finally {
    // Ends what still runs, whether the reader left early, the signal was aborted or the answer is whole.
    cancellation.cancel();
    cancellation.dispose();
  }
  const usage = await orAborted(countUsage(chat, chatMessages, text), signal);
  if (usage) {
    yield { type: 'usage', usage };
  }
  // VS Code does not tell why an answer ended.
  yield { type: 'finish', reason: reader.hasToolCalls ? 'toolCalls' : 'stop' };
}

function hasImages(messages: readonly ModelMessage[]): boolean {
  return messages.some((message) => message.role === 'user' && message.content.some(({ type }) => type === 'image'));
}
