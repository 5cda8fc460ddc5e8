/** Names of models that turn speech into text. */
const transcriber = /whisper|transcri|parakeet|canary|voxtral|(^|[-_/])(asr|stt)([-_]|$)/i;

/** What OpenAI has: https://developers.openai.com/docs/guides/speech-to-text. `whisper-1` alone tells times. */
const openAi = ['whisper-1', 'gpt-4o-transcribe', 'gpt-4o-mini-transcribe'];

/** Models of an endpoint that probably make transcripts: those that its list names, and OpenAI's own. */
export function suggestedTranscribers(baseUrl: string, listed: readonly string[]): readonly string[] {
  const own = URL.parse(baseUrl)?.hostname === 'api.openai.com' ? openAi : [];
  return [...new Set([...own, ...listed.filter((model) => transcriber.test(model))])];
}
