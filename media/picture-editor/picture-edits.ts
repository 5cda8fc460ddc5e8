import { t } from '@vscode/l10n';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { isEmptyEdit, type PictureEdit } from '../../src/shared/attachment/picture-edit';
import type { ImageReference } from '../../src/shared/blob';
import { MAX_IMAGE_BYTES } from '../../src/shared/limits';
import type { HostMessage, PanelMessage } from '../../src/shared/protocol';
import type { BlobCache } from '../attachments/blob-cache';
import type { PictureEditor } from './load-picture-editor';

/** The pixels that are edited. */
export interface BasePicture {
  readonly image: HTMLImageElement;
  readonly width: number;
  readonly height: number;
}

export interface SavedEdit {
  readonly id: string;
  readonly edit: PictureEdit;
}

export type EditorMessage = Extract<
  HostMessage,
  { readonly type: 'basePictureFound' | 'basePictureMissing' | 'pictureEditSettled' }
>;

interface PictureEditsOptions {
  readonly post: (message: PanelMessage) => void;
  readonly blobs: BlobCache;
  readonly loadEditor: () => Promise<PictureEditor>;
  readonly notify: (text: string) => void;
}

/** How long the host may not know what was changed, in milliseconds: it keeps it over a reload of the page. */
const tellDelay = 300;

/** What is made of pictures in the tray and not saved yet. It is saved when the editor goes away, and before anything is sent. */
export class PictureEdits {
  readonly #options: PictureEditsOptions;
  readonly #unsaved = new Map<string, PictureEdit>();
  readonly #saving = new Map<string, Promise<SavedEdit | undefined>>();
  readonly #told = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #bases = new Map<string, PromiseWithResolvers<ImageReference>>();
  readonly #settled = new Map<string, (problem: string | undefined) => void>();
  /** What is in the tray that is shown. */
  #attached: ReadonlySet<string> = new Set();

  constructor(options: PictureEditsOptions) {
    this.#options = options;
  }

  /** There is something that would not be in what is sent now. */
  get hasUnsaved(): boolean {
    return this.#unsavedIds.length > 0;
  }

  /** Another chat's tray is shown, or the page was loaded: what the host kept of it is not saved either. */
  adopt(tray: readonly TrayItem[]): void {
    // The host keeps what was changed in the chat that was left with the draft there.
    for (const [id, edit] of this.#unsaved) {
      if (!tray.some((item) => item.id === id)) {
        this.#options.post({ type: 'pictureEditChanged', id, edit });
      }
    }
    this.forgetAllBut(tray);
    this.#adoptKept(tray);
  }

  /** The tray that is shown was changed: what came back into it may have been edited before it left. */
  follow(tray: readonly TrayItem[]): void {
    const added = tray.filter(({ id }) => !this.#attached.has(id));
    this.forgetAllBut(tray);
    this.#adoptKept(added);
  }

  /** What is not in the tray any more has nothing to be saved for. */
  forgetAllBut(tray: readonly TrayItem[]): void {
    this.#attached = new Set(tray.map(({ id }) => id));
    for (const id of this.#unsaved.keys()) {
      if (!this.#attached.has(id)) {
        this.#stopTelling(id);
        this.#unsaved.delete(id);
      }
    }
  }

  unsaved(id: string): PictureEdit | undefined {
    return this.#unsaved.get(id);
  }

  /** @param saved what the picture in the tray was made with */
  change(id: string, edit: PictureEdit, saved: PictureEdit | undefined): void {
    const isSaved = saved ? JSON.stringify(edit) === JSON.stringify(saved) : isEmptyEdit(edit);
    if (isSaved) {
      this.discard(id);
      return;
    }
    this.#unsaved.set(id, edit);
    this.#stopTelling(id);
    this.#told.set(
      id,
      setTimeout(() => this.#options.post({ type: 'pictureEditChanged', id, edit }), tellDelay),
    );
  }

  /** What was saved before stays. */
  discard(id: string): void {
    this.#stopTelling(id);
    if (this.#unsaved.delete(id)) {
      this.#options.post({ type: 'pictureEditChanged', id });
    }
  }

  /** Resolves once the host has the picture. Undefined where there was nothing to save, or it failed and the person was told. */
  async save(id: string): Promise<SavedEdit | undefined> {
    const edit = this.#unsaved.get(id);
    if (!edit) {
      return await this.#saving.get(id);
    }
    this.#unsaved.delete(id);
    this.#stopTelling(id);
    const before = this.#saving.get(id) ?? Promise.resolve();
    const saving = before.then(() => this.#save(id, edit));
    this.#saving.set(id, saving);
    try {
      return await saving;
    } finally {
      if (this.#saving.get(id) === saving) {
        this.#saving.delete(id);
      }
    }
  }

  async saveAll(): Promise<readonly SavedEdit[]> {
    const saved = await Promise.all(this.#unsavedIds.map((id) => this.save(id)));
    return saved.filter((edit) => edit !== undefined);
  }

  /** Throws an error with a sentence for the person. */
  async base(id: string): Promise<BasePicture> {
    const { post, blobs } = this.#options;
    const asked = this.#bases.get(id) ?? Promise.withResolvers<ImageReference>();
    this.#bases.set(id, asked);
    post({ type: 'basePictureRequested', id });
    const { sha256, width, height } = await asked.promise;
    const loaded = Promise.withResolvers<string>();
    const stopUsing = blobs.use(sha256, (url) => loaded.resolve(url));
    try {
      const image = new Image();
      image.src = await loaded.promise;
      await image.decode();
      if (image.naturalWidth !== width || image.naturalHeight !== height) {
        throw new Error('its size is another one here');
      }
      return { image, width, height };
    } catch {
      throw new Error(t("It can't be shown here. Save it as PNG and attach that."));
    } finally {
      stopUsing();
    }
  }

  accept(message: EditorMessage): void {
    if (message.type === 'pictureEditSettled') {
      this.#settled.get(message.id)?.(message.problem);
      return;
    }
    const asked = this.#bases.get(message.id);
    this.#bases.delete(message.id);
    if (message.type === 'basePictureFound') {
      asked?.resolve(message.picture);
    } else {
      asked?.reject(new Error(message.reason));
    }
  }

  get #unsavedIds(): readonly string[] {
    return [...new Set([...this.#unsaved.keys(), ...this.#saving.keys()])].filter((id) => this.#attached.has(id));
  }

  async #save(id: string, edit: PictureEdit): Promise<SavedEdit | undefined> {
    const problem = await this.#send(id, edit).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (problem === undefined) {
      return { id, edit };
    }
    if (!this.#attached.has(id)) {
      // Its chat was left: the host keeps what was changed with the draft there.
      this.#options.post({ type: 'pictureEditChanged', id, edit });
      return undefined;
    }
    // Kept, so that nothing is sent without it, unless it was changed since.
    if (!this.#unsaved.has(id)) {
      this.#unsaved.set(id, edit);
    }
    this.#options.notify(t('What you changed in the picture is not saved. {0}', problem));
    return undefined;
  }

  async #send(id: string, edit: PictureEdit): Promise<string | undefined> {
    const { post, loadEditor } = this.#options;
    const settled = Promise.withResolvers<string | undefined>();
    if (isEmptyEdit(edit)) {
      this.#settled.set(id, settled.resolve);
      post({ type: 'pictureRestored', id });
    } else {
      const [{ image }, { renderEdit }] = await Promise.all([this.base(id), loadEditor()]);
      const bytes = new Uint8Array(await (await renderEdit(image, edit)).arrayBuffer());
      if (bytes.byteLength > MAX_IMAGE_BYTES) {
        const megabytes = MAX_IMAGE_BYTES / 1024 / 1024;
        return t('It would have more than {0} MB. Crop it further.', megabytes);
      }
      this.#settled.set(id, settled.resolve);
      post({ type: 'pictureEditSaved', id, edit, bytes });
    }
    return await settled.promise.finally(() => this.#settled.delete(id));
  }

  #adoptKept(tray: readonly TrayItem[]): void {
    for (const { id, attachment } of tray) {
      if (attachment?.kind === 'image' && attachment.unsavedEdit && !this.#saving.has(id)) {
        this.#unsaved.set(id, attachment.unsavedEdit);
      }
    }
  }

  #stopTelling(id: string): void {
    clearTimeout(this.#told.get(id));
    this.#told.delete(id);
  }
}

/** Whether one of them was taken out of the tray since. */
export function areGone(saved: readonly SavedEdit[], tray: readonly TrayItem[]): boolean {
  return saved.some(({ id }) => !tray.some((item) => item.id === id));
}

/** Whether the tray shows what was saved, ready or with what stands in its way. */
export function areInTray(saved: readonly SavedEdit[], tray: readonly TrayItem[]): boolean {
  return saved.every(({ id, edit }) => {
    const item = tray.find((candidate) => candidate.id === id);
    if (item?.attachment?.kind !== 'image') {
      return false;
    }
    const { edited, unsavedEdit } = item.attachment;
    const isSame = isEmptyEdit(edit) ? !edited : JSON.stringify(edited?.edit) === JSON.stringify(edit);
    return item.status !== 'preparing' && isSame && !unsavedEdit;
  });
}
