import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { ImageAttachment } from '../../../src/shared/attachment/attachment';
import type { ImageOptions } from '../../../src/shared/attachment/options';
import { useFollowing } from '../../controls/use-following';
import { type OptionChanges, withChanges } from '../option-changes';
import { FrameChooser } from './frame-chooser';
import { OptionRow } from './option-row';

export interface ImageEditorProps {
  readonly attachment: ImageAttachment;
  readonly onOptions: (options: ImageOptions) => void;
}

const suits = ['', t('What suits the model')] as const;

const sizes = [suits, ['original', t('Original, without metadata')], ['small', t('Small, nothing to read')]] as const;
const parts = [suits, ['cut', t('Cut into parts')], ['whole', t('In one piece')]] as const;
const formats = [suits, ['png', 'PNG'], ['jpeg', 'JPEG'], ['webp', 'WebP']] as const;
const details = [suits, ['low', t('Low')], ['high', t('High')], ['original', t('Original')]] as const;

/** How a picture is sent, and which frames or pages of it. */
export function ImageEditor({ attachment, onOptions }: ImageEditorProps): JSX.Element {
  // Shown at once: the attachment follows when the host has planned it anew.
  const [options, setOptions] = useFollowing(attachment.options, [attachment.options]);
  const change = (changes: OptionChanges<ImageOptions>): void => {
    const changed = withChanges(options, changes);
    setOptions(changed);
    onOptions(changed);
  };
  const { detail, size, tiles, format } = options;
  return (
    <div class="image-editor">
      {attachment.frames && (
        <FrameChooser frames={attachment.frames} chosen={options.frames} onFrames={(frames) => change({ frames })} />
      )}
      <div class="option-rows">
        <OptionRow
          label={t('Size')}
          options={sizes}
          chosen={size ?? ''}
          onChoose={(value) => change({ size: value || undefined })}
        />
        {!attachment.frames && size === undefined && (
          <OptionRow
            label={t('Parts')}
            options={parts}
            chosen={tiles === undefined ? '' : tiles ? 'cut' : 'whole'}
            onChoose={(value) => change({ tiles: value === '' ? undefined : value === 'cut' })}
          />
        )}
        <OptionRow
          label={t('Format')}
          options={formats}
          chosen={format ?? ''}
          onChoose={(value) => change({ format: value || undefined })}
        />
        <OptionRow
          label={t('Detail')}
          options={details}
          chosen={detail === undefined || detail === 'auto' ? '' : detail}
          onChoose={(value) => change({ detail: value || undefined })}
        />
      </div>
    </div>
  );
}
