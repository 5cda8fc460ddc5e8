import type { TokenUsage } from '../shared/usage';
import type { ModelMetadata } from './multimodal-model';

/** A sound whose words are wanted. */
export interface SpokenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** File name, which servers see; some tell the format by its ending. */
  readonly name: string;
}

export interface Transcription {
  readonly text: string;
  /** Parts with their times in seconds; empty where the server tells none. */
  readonly segments: readonly TranscribedSegment[];
  /** Where the server counts tokens. */
  readonly usage?: TokenUsage;
}

export interface TranscribedSegment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One model that turns speech into text. Throws `ModelError`, or the signal's reason. */
export interface Transcriber {
  readonly metadata: ModelMetadata;
  transcribe(sound: SpokenFile, options: { readonly signal: AbortSignal }): Promise<Transcription>;
}
