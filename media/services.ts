import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelMessage } from '../src/shared/protocol';
import type { BlobCache } from './attachments/blob-cache';
import type { MediaStore } from './attachments/media-store';
import type { PagePictures } from './attachments/pdf/page-pictures';
import type { ComparedPair, Comparisons } from './compare/comparisons';
import type { FullPictures } from './lightbox/full-pictures';
import type { PictureEdits } from './picture-editor/picture-edits';
import type { ViewedPicture } from './lightbox/viewed-picture';
import type { QuestionEdits } from './transcript/question-edits';

/** What every part of the panel may use; the same objects as long as the page lives. */
export interface Services {
  readonly post: (message: PanelMessage) => void;
  /** Ends the answer that is being made in the chat that is shown. */
  readonly stopAnswer: () => void;
  /** Goes on in another of the ways that follow a message of the chat that is shown, counted from 0. */
  readonly chooseBranch: (parentId: string, branch: number) => void;
  readonly blobs: BlobCache;
  /** Small pictures of the pages of PDFs. */
  readonly pages: PagePictures;
  /** Pictures in all their pixels. */
  readonly pictures: FullPictures;
  /** How pictures differ. */
  readonly comparisons: Comparisons;
  /** What is made of pictures in the tray and not saved yet. */
  readonly pictureEdits: PictureEdits;
  /** What is made of questions that were asked, and is not asked yet. */
  readonly questionEdits: QuestionEdits;
  /** Sounds and videos that are played. */
  readonly recordings: MediaStore;
  /** Says something to people who cannot see it; nothing is shown. */
  readonly announce: (text: string) => void;
  /** Shows a line above the composer until it is dismissed. */
  readonly notify: (text: string) => void;
  /** Puts the focus where the next question is typed, for example when what had it goes away. */
  readonly focusComposer: () => void;
  /** Shows an attachment: what is sent of it, why, and what can be chosen about that; a recording at a moment. */
  readonly openDetails: (id: string, seconds?: number) => void;
  /** Shows a picture large, over what is shown now. */
  readonly openPicture: (viewed: ViewedPicture) => void;
  /** Shows two pictures beside and over each other. */
  readonly comparePictures: (pair: ComparedPair) => void;
  /** Puts a question where the next one is typed, unless something is typed there, and the focus with it. */
  readonly suggestQuestion: (text: string) => void;
  /** Shows a picture of the tray in the editor. */
  readonly editPicture: (id: string) => void;
  /** Shows the settings of the next request. */
  readonly openSettings: () => void;
}

const context = createContext<Services | undefined>(undefined);

export const ServicesProvider = context.Provider;

export function useServices(): Services {
  const services = useContext(context);
  if (!services) {
    throw new Error('A part of the panel was rendered outside of its services.');
  }
  return services;
}
