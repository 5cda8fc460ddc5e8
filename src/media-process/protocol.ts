import type { AudioFacts, AudioRequest, EncodedAudio } from './audio-service';
import type { ComparedPictures, PicturePair } from './comparison-service';
import type { DocumentContent } from './document-service';
import type {
  Box,
  EncodedImage,
  ImageFacts,
  ImagePlan,
  MediaErrorKind,
  PicturePlan,
  PreparedImages,
  RecognizedText,
  ThumbnailRequest,
} from './media-service';
import type { MediaSource } from './media-source';
import type { PdfFacts } from './pdf-service';
import type { BlackenRequest, SecretMatch } from './secret-service';
import type { CaptureTarget, ScreenErrorKind } from './screen-service';
import type { CutVideo, FrameRequest, VideoFacts } from './video-service';

export interface SourceInput {
  readonly source: MediaSource;
}

export interface PdfInput extends SourceInput {
  readonly password?: string;
}

/** The work that the media process can do: what each task is given and what it answers. */
export interface Tasks {
  readonly readImage: { readonly input: SourceInput & ThumbnailRequest; readonly output: ImageFacts };
  readonly prepareImage: {
    readonly input: SourceInput & { readonly plan: PicturePlan };
    readonly output: PreparedImages;
  };
  readonly readText: { readonly input: SourceInput; readonly output: RecognizedText };
  readonly cropImage: {
    readonly input: SourceInput & { readonly box: Box };
    readonly output: EncodedImage;
  };
  readonly blackenPicture: { readonly input: SourceInput & BlackenRequest; readonly output: EncodedImage };
  readonly comparePictures: { readonly input: PicturePair; readonly output: ComparedPictures };
  readonly findSecrets: { readonly input: { readonly text: string }; readonly output: readonly SecretMatch[] };
  readonly readPdf: { readonly input: PdfInput; readonly output: PdfFacts };
  readonly renderPages: {
    readonly input: PdfInput & { readonly pages: readonly number[]; readonly plan: ImagePlan };
    readonly output: readonly EncodedImage[];
  };
  readonly readPageTexts: {
    readonly input: PdfInput & { readonly pages: readonly number[] };
    readonly output: readonly string[];
  };
  readonly keepPages: {
    readonly input: PdfInput & { readonly pages: readonly number[] };
    readonly output: Uint8Array;
  };
  readonly readAudio: { readonly input: SourceInput; readonly output: AudioFacts };
  readonly encodeAudio: {
    readonly input: SourceInput & { readonly request: AudioRequest };
    readonly output: readonly EncodedAudio[];
  };
  readonly readVideo: { readonly input: SourceInput; readonly output: VideoFacts };
  readonly extractFrames: {
    readonly input: SourceInput & { readonly request: FrameRequest };
    readonly output: readonly EncodedImage[];
  };
  readonly cutVideo: {
    readonly input: SourceInput & { readonly start: number; readonly end: number };
    readonly output: CutVideo | undefined;
  };
  readonly compareFrames: {
    readonly input: { readonly pictures: readonly Uint8Array[] };
    readonly output: readonly number[];
  };
  readonly readDocument: { readonly input: SourceInput; readonly output: DocumentContent };
  readonly listTargets: { readonly input: Record<string, never>; readonly output: readonly CaptureTarget[] };
  readonly captureTarget: {
    readonly input: { readonly target: Pick<CaptureTarget, 'kind' | 'id'> };
    readonly output: EncodedImage;
  };
}

export type TaskName = keyof Tasks;

/** A task with its input. */
export type TaskCall = { [Name in TaskName]: { readonly name: Name; readonly input: Tasks[Name]['input'] } }[TaskName];

/** The same with the bytes of its sources, as the task gets it. */
export type LoadedInput<Name extends TaskName> = Tasks[Name]['input'] extends SourceInput
  ? Loaded<Tasks[Name]['input']>
  : Tasks[Name]['input'];

type Loaded<Input> = { [Field in keyof Input]: Input[Field] extends MediaSource ? Uint8Array : Input[Field] };

export type LoadedCall = { [Name in TaskName]: { readonly name: Name; readonly input: LoadedInput<Name> } }[TaskName];

/** What the extension host tells the media process. */
export type HostToMedia =
  | { readonly type: 'run'; readonly id: number; readonly call: TaskCall }
  /** The answer is not wanted any more. The process still answers, so that the host knows when the work has ended. */
  | { readonly type: 'cancel'; readonly id: number };

/** What the media process tells the extension host. */
export type MediaToHost =
  /** Sent once, when requests can be taken. */
  | { readonly type: 'ready' }
  | {
      readonly type: 'progress';
      readonly id: number;
      /** Between 0 and 1. */
      readonly fraction?: number;
      /** How long the next step may take before the process counts as stuck; unchanged when absent. */
      readonly patienceMilliseconds?: number;
    }
  | { readonly type: 'done'; readonly id: number; readonly output: Tasks[TaskName]['output'] }
  | { readonly type: 'failed'; readonly id: number; readonly failure: TaskFailure };

/** An error in a form that can cross between processes. */
export type TaskFailure =
  | { readonly type: 'media'; readonly kind: MediaErrorKind; readonly message: string }
  | { readonly type: 'screen'; readonly kind: ScreenErrorKind; readonly message: string }
  | { readonly type: 'cancelled' };
