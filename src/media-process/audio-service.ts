import type { MediaCallOptions } from './media-service';
import type { MediaSource } from './media-source';

/** Sounds, and the sound of videos, decoded in the media process. Throws `MediaError`: `codecMissing` among others. */
export interface AudioService {
  readAudio(source: MediaSource, options?: AudioCallOptions): Promise<AudioFacts>;
  /** A part of the sound, in pieces that are no longer than asked for and are cut where it is quiet. */
  encodeAudio(source: MediaSource, request: AudioRequest, options?: AudioCallOptions): Promise<readonly EncodedAudio[]>;
}

export interface AudioCallOptions extends MediaCallOptions {
  /** @param fraction between 0 and 1 */
  readonly onProgress?: (fraction: number) => void;
}

export interface AudioFacts {
  readonly mediaType: string;
  readonly seconds: number;
  /** Short name such as "opus". */
  readonly codec: string;
  readonly channels: number;
  /** Samples a second. */
  readonly sampleRate: number;
  /** Loudness over the whole length, 0 to 255, at most 200 values; absent where it can't be decoded here. */
  readonly waveform?: readonly number[];
}

export interface AudioRequest {
  /** Seconds from the beginning. */
  readonly start: number;
  /** Seconds from the beginning. */
  readonly end: number;
  readonly format: 'wav' | 'mp3';
  /** Samples a second; that of the source when absent. */
  readonly sampleRate?: number;
  /** Mixed to one channel. */
  readonly mono?: boolean;
  /** Seconds of one piece. */
  readonly maxSeconds?: number;
}

export interface EncodedAudio {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Where in the source it begins, in seconds. */
  readonly start: number;
  readonly seconds: number;
}
