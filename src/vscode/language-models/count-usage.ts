import type * as vscode from 'vscode';
import type { TokenUsage } from '../../shared/usage';

/** Counts by the model's own tokens; most count text only, so this is an estimate. Undefined where it counts nothing. */
export async function countUsage(
  chat: vscode.LanguageModelChat,
  messages: readonly vscode.LanguageModelChatMessage[],
  answer: string,
): Promise<TokenUsage | undefined> {
  try {
    const [output = 0, ...inputs] = await Promise.all([answer, ...messages].map((text) => chat.countTokens(text)));
    const inputTokens = inputs.reduce((sum, count) => sum + count, 0);
    const isCounted = Number.isSafeInteger(output) && Number.isSafeInteger(inputTokens) && inputTokens > 0;
    return isCounted ? { inputTokens, outputTokens: output, isEstimated: true } : undefined;
  } catch {
    return undefined;
  }
}
