import type { InputModality } from '../capabilities';
import type { Attachment } from './attachment';
import type { SecretCheck } from './secrets';

/** An attachment in the composer's tray, from the moment it arrives until it is sent. */
export type TrayItem =
  | {
      readonly status: 'preparing';
      readonly id: string;
      readonly name: string;
      /** What is prepared again, with the options that are now in force and the parts that were; absent the first time. */
      readonly attachment?: Attachment;
      /** What is being done, as in "Transcribing"; absent for what takes a moment. */
      readonly doing?: string;
      /** Between 0 and 1. */
      readonly progress?: number;
    }
  | {
      readonly status: 'ready';
      readonly id: string;
      readonly name: string;
      readonly attachment: Attachment;
      readonly estimate: PartsEstimate;
      /** The file is another one by now: the person is asked which of the two is meant. */
      readonly fileChanged?: boolean;
      /** What the person was asked before something else was prepared instead; they may change their mind. */
      readonly obstacle?: Obstacle;
      /** Where it would go to another machine and may hold secrets. */
      readonly secrets?: SecretCheck;
    }
  /** The chosen model does not take this kind of media: the person is asked what to send instead. */
  | {
      readonly status: 'obstructed';
      readonly id: string;
      readonly name: string;
      readonly attachment: Attachment;
      readonly obstacle: Obstacle;
    }
  /** It is encrypted. */
  | {
      readonly status: 'locked';
      readonly id: string;
      readonly name: string;
      /** It was open before, in an earlier session. */
      readonly attachment?: Attachment;
      /** The last password did not open it. */
      readonly wasWrong?: boolean;
    }
  | {
      readonly status: 'failed';
      readonly id: string;
      readonly name: string;
      readonly reason: string;
      /** What can't be prepared in this way, maybe in another; absent where the file itself can't be attached. */
      readonly attachment?: Attachment;
      /** What the person was asked before the attempt; they may choose something else. */
      readonly obstacle?: Obstacle;
      /** The file is the reason: another try would end in the same way. */
      readonly isFinal?: boolean;
      /** Only a server can prepare it in this way, and there is none. */
      readonly needsEndpoint?: boolean;
    };

/** What the parts of an attachment are to the model that will get them. */
export interface PartsEstimate {
  /** Before base64. */
  readonly bytes: number;
  readonly tokens: number;
  /** US dollars; absent where no price is known. */
  readonly dollars?: number;
  /** Whose arithmetic the tokens are, as in "OpenAI tiles". */
  readonly rule: string;
  /** The page that the arithmetic comes from. */
  readonly source: string;
}

export interface Obstacle {
  readonly modality: Exclude<InputModality, 'text'>;
  readonly offers: readonly Offer[];
}

export const offers = ['otherModel', 'text', 'description', 'anyway'] as const;
export type Offer = (typeof offers)[number];
