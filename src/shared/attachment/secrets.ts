import type { Region, Size } from '../region';
import type { AttachmentKind } from './attachment';

/** `password`: in an address, or in the words that open a database. */
export const secretKinds = ['key', 'privateKey', 'password', 'emailAddress'] as const;
export type SecretKind = (typeof secretKinds)[number];

/** What may be a secret: of what kind, never what it says. */
export interface FoundSecret {
  readonly kind: SecretKind;
  /** Whose key it is, as in "GitHub"; absent where its form does not tell. */
  readonly issuer?: string;
}

/** Something in an attachment that may be a secret, and where it stands. */
export interface SecretFinding extends FoundSecret {
  readonly place: SecretPlace;
}

export type SecretPlace =
  /** In a picture of that size: an area for each of its lines. None in pictures that can't be edited. */
  | { readonly type: 'picture'; readonly areas: readonly Region[] }
  /** In a text: what stands before and after it in its line, without the secrets there. */
  | {
      readonly type: 'text';
      /** One-based. */
      readonly page?: number;
      /** One-based. */
      readonly line?: number;
      readonly before: string;
      readonly after: string;
    };

/** How far the search for secrets in an attachment is. It is absent where nothing was found, or nothing is to be done. */
export type SecretCheck =
  | {
      readonly status: 'checking';
      /** Between 0 and 1. */
      readonly progress?: number;
    }
  | {
      readonly status: 'found';
      readonly findings: readonly SecretFinding[];
      /** Of the picture in which they were found. */
      readonly size?: Size;
      readonly canRedact: boolean;
    }
  /** It could not be searched; what is attached can be sent all the same. */
  | { readonly status: 'unchecked' };

/**
 * What goes with the next question beside what is in the tray, and may hold secrets: its own text, or the text or an attachment
 * of an earlier question that no other machine has got yet.
 */
export interface HeldBack {
  /** Of the attachment or the earlier question; `typedId` for the text of this one. */
  readonly id: string;
  readonly kind: AttachmentKind | 'typed' | 'earlierQuestion';
  readonly name: string;
  readonly secrets: SecretCheck;
}

export const typedId = 'typed';
