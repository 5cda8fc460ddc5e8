import type { TokenUsage } from '../../shared/usage';
import { textTokens } from '../media-rules/media-tokens';
import type { Transcriber } from '../transcription';
import { costOf } from './cost-of';
import type { ObserveOptions } from './observe-model';
import { ObservedRequest } from './observed-request';

/**
 * The same transcriber, whose requests are told to an observer: with the tokens that the server counted, else with those
 * of the text that came. What a sound itself cost is then unknown, for it is paid by the minute.
 */
export function observeTranscriber(transcriber: Transcriber, options: ObserveOptions): Transcriber {
  const { metadata } = transcriber;
  const { observer, isLocal = false, price } = options;
  return {
    metadata,
    async transcribe(sound, { signal }) {
      const request = new ObservedRequest({
        metadata,
        observer,
        operation: 'transcribe',
        isLocal,
        conversationId: undefined,
      });
      try {
        const result = await transcriber.transcribe(sound, { signal });
        const { usage: counted = { inputTokens: 0, outputTokens: textTokens(result.text), isEstimated: true } } =
          result;
        const prices = counted.isEstimated ? undefined : price();
        const usage: TokenUsage = prices ? { ...counted, cost: costOf(counted, prices, 0) } : counted;
        request.end({ usage });
        return { ...result, usage };
      } catch (error) {
        if (signal.aborted) {
          request.cancel(undefined);
        } else {
          request.fail(error, undefined);
        }
        throw error;
      }
    },
  };
}
