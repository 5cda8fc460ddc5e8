import { spawn } from 'node:child_process';
import { recordingType } from '../media-type/recording-type';
import {
  corruptRecording,
  ffmpegNotStarted,
  ffmpegTooSlow,
  tooMuchOutput,
  unsupportedRecording,
} from './ffmpeg-failures';
import { findFfmpeg } from './find-ffmpeg';
import { withTemporaryFile } from './temporary-file';

export interface FfmpegCall {
  /** Options of the input, as in `['-ss', '1.5']`. */
  readonly input?: readonly string[];
  /** Options of the output, with `-f` for its format; it goes to a pipe. */
  readonly output: readonly string[];
  /** What the output may have. */
  readonly maxBytes: number;
  /** How long it may take. */
  readonly milliseconds: number;
}

/** Runs ffmpeg on the source and answers what it wrote. Throws `MediaError`, or the signal's reason. */
export type RunFfmpeg = (call: FfmpegCall) => Promise<Buffer>;

/** The demuxer for what the bytes are. It is never guessed by ffmpeg: a playlist would make it open other files. */
const demuxers: Readonly<Record<string, string>> = {
  'audio/aac': 'aac',
  'audio/flac': 'flac',
  'audio/mp4': 'mov',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'video/webm': 'matroska',
  'video/x-msvideo': 'avi',
};

/** The largest block of memory that ffmpeg may ask for: a frame of 8K with room to spare. */
const maxBlockBytes = 512 * 1024 * 1024;

/**
 * Lets work run the person's own ffmpeg on a recording, any number of times.
 *
 * @returns what the work returns; undefined where there is no ffmpeg on PATH
 */
export async function withFfmpeg<T>(
  source: Uint8Array,
  { signal }: { readonly signal: AbortSignal },
  work: (run: RunFfmpeg) => Promise<T>,
): Promise<T | undefined> {
  const demuxer = demuxers[recordingType(source) ?? ''];
  if (demuxer === undefined) {
    throw unsupportedRecording();
  }
  const program = await findFfmpeg();
  if (program === undefined) {
    return undefined;
  }
  return await withTemporaryFile(source, (file) =>
    work((call) => {
      const { input = [], output } = call;
      const args = [
        ...['-hide_banner', '-nostdin', '-loglevel', 'error', '-max_alloc', String(maxBlockBytes)],
        ...['-protocol_whitelist', 'file,pipe', '-f', demuxer, ...input, '-i', `file:${file}`],
        ...['-map_metadata', '-1', '-sn', '-dn', ...output, 'pipe:1'],
      ];
      return run(program, args, { ...call, signal });
    }),
  );
}

interface RunLimits extends Pick<FfmpegCall, 'maxBytes' | 'milliseconds'> {
  readonly signal: AbortSignal;
}

/** What ffmpeg says is read up to here. */
const maxErrorCharacters = 2_000;

function run(program: string, args: readonly string[], limits: RunLimits): Promise<Buffer> {
  const { maxBytes, milliseconds, signal } = limits;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const chunks: Buffer[] = [];
    let byteLength = 0;
    let errors = '';
    const stop = (reason: Error): void => {
      child.kill('SIGKILL');
      reject(reason);
    };
    // An aborted signal's reason is thrown as it is, whatever the caller made it.
    const onAbort = (): void => stop(signal.reason as Error);
    const timer = setTimeout(() => stop(ffmpegTooSlow(milliseconds)), milliseconds);
    signal.addEventListener('abort', onAbort);
    child.stdout.on('data', (chunk: Buffer) => {
      byteLength += chunk.byteLength;
      if (byteLength > maxBytes) {
        stop(tooMuchOutput());
      } else {
        chunks.push(chunk);
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(0, maxErrorCharacters);
    });
    child.on('error', (error) => stop(ffmpegNotStarted(error.message)));
    child.on('close', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      if (code === 0) {
        resolve(Buffer.concat(chunks));
      } else {
        reject(corruptRecording(`ffmpeg: ${lastLine(errors)}`));
      }
    });
  });
}

/** What ffmpeg complains about, without the path of the temporary file. */
function lastLine(errors: string): string {
  const line = errors.trim().split('\n').at(-1) ?? '';
  return line.replace(/(?:file:)?\S*iris-media-\S*?source:?\s*/g, '').trim() || 'no reason given';
}
