import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';
import { zoomStep } from './keyboard';
import { drawAsPng } from './picture-bytes';
import type { ViewControl } from './use-view';
import type { LoadedPicture, ViewedPicture } from './viewed-picture';

interface LightboxToolsProps {
  readonly viewed: ViewedPicture;
  readonly name: string;
  readonly picture: LoadedPicture;
  readonly control: ViewControl;
  /** Absent where there is nothing to compare it with. */
  readonly onCompare?: () => void;
  readonly onChoose: () => void;
}

/** What can be done with a picture that is shown large. */
export function LightboxTools(props: LightboxToolsProps): JSX.Element {
  const { viewed, name, picture, control, onCompare, onChoose } = props;
  const { post, announce, notify, openDetails } = useServices();
  const { view, isWhole } = control;
  const copy = async (): Promise<void> => {
    try {
      // As a promise: the browser asks for the right to write while the click is still going on.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawAsPng(picture) })]);
      announce(t('Copied'));
    } catch {
      notify(t('{0} could not be copied. Save it instead.', name));
    }
  };
  const bytes = async (): Promise<Uint8Array> => new Uint8Array(await picture.bytes.arrayBuffer());
  const save = async (): Promise<void> => post({ type: 'pictureSaved', name, bytes: await bytes() });
  const attach = async (): Promise<void> => {
    post({ type: 'filesReceived', files: [{ name, bytes: await bytes() }] });
    announce(t('{0} was attached to the next question', name));
  };
  return (
    <div class="lightbox-tools" role="toolbar" aria-label={t('Picture')}>
      <span class="lightbox-zoom">
        <IconButton icon="zoomOut" label={t('Zoom out')} onClick={() => control.zoomTo(view.scale / zoomStep)} />
        <button
          type="button"
          class="lightbox-scale"
          title={isWhole ? t('Show its pixels') : t('Show all of it')}
          aria-label={
            isWhole
              ? t('Shown at {0} %. Show its pixels', Math.round(view.scale * 100))
              : t('Shown at {0} %. Show all of it', Math.round(view.scale * 100))
          }
          onClick={() => (isWhole && view.scale !== 1 ? control.zoomTo(1) : control.showWhole())}
        >
          {`${Math.round(view.scale * 100)} %`}
        </button>
        <IconButton icon="zoomIn" label={t('Zoom in')} onClick={() => control.zoomTo(view.scale * zoomStep)} />
      </span>
      <IconButton icon="region" label={t('Ask about a region')} onClick={onChoose} />
      {onCompare && <IconButton icon="columns" label={t('Compare with another picture')} onClick={onCompare} />}
      <IconButton icon="attach" label={t('Attach again')} onClick={() => void attach()} />
      <IconButton icon="copy" label={t('Copy picture')} onClick={() => void copy()} />
      <IconButton icon="save" label={t('Save picture')} onClick={() => void save()} />
      {viewed.from === 'attachment' && (
        <IconButton icon="info" label={t('Details of the attachment')} onClick={() => openDetails(viewed.id)} />
      )}
    </div>
  );
}
