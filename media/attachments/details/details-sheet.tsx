import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { SecretCheck } from '../../../src/shared/attachment/secrets';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { Sheet } from '../../controls/sheet';
import { useServices } from '../../services';
import { SecretPicture } from '../secrets/secret-picture';
import { SecretPlaces } from '../secrets/secret-places';
import { RecordingPlayer } from '../player/recording-player';
import { focusAttachment } from '../states/focus-attachment';
import { ItemQuestion } from '../states/item-question';
import { ObstacleQuestion } from '../states/obstacle-question';
import { AttachmentEditor } from './attachment-editor';
import { AttachmentPreview } from './attachment-preview';
import { CostLine } from './cost-line';
import { describeOriginal } from './describe-original';
import type { Details } from './find-details';
import { PreparationLine } from './preparation-line';
import { SentParts } from './sent-parts';

type Found = Extract<SecretCheck, { readonly status: 'found' }>;

interface DetailsSheetProps {
  readonly details: Details;
  /** The moment of a recording that is to be shown. */
  readonly seconds?: number;
  /** What the model is called that the next question goes to. */
  readonly model: string;
  readonly onClose: () => void;
  /** It was removed: there is nothing left to go back to. */
  readonly onRemoved: () => void;
}

/** One attachment: what it is, what is made of it and why, and what can be chosen about that. Lies over the conversation. */
export function DetailsSheet({ details, seconds, model, onClose, onRemoved }: DetailsSheetProps): JSX.Element | null {
  const { post, announce } = useServices();
  const item = details.place === 'tray' ? details.item : undefined;
  const attachment = details.place === 'tray' ? details.item.attachment : details.attachment;
  if (!attachment) {
    return null;
  }
  const remove = (): void => {
    post({ type: 'attachmentRemoved', id: attachment.id });
    announce(t('{0} removed', attachment.name));
    onRemoved();
  };
  const found = item?.status === 'ready' && item.secrets?.status === 'found' ? item.secrets : undefined;
  return (
    <Sheet
      label={t('Details of {0}', attachment.name)}
      title={attachment.name}
      closeLabel={t('Close details')}
      onClose={onClose}
    >
      <div class="details-top" data-attachment={attachment.id}>
        <Preview attachment={attachment} isInTray={item !== undefined} seconds={seconds} found={found} />
        <p class="quiet">{describeOriginal(attachment)}</p>
        <Actions attachment={attachment} isInTray={item !== undefined} onRemove={remove} />
        {item && <ItemQuestion item={item} model={model} onRemove={remove} />}
        {found && <SecretPlaces findings={found.findings} />}
        {item?.status === 'ready' && item.obstacle && (
          <ObstacleQuestion attachment={attachment} obstacle={item.obstacle} model={model} />
        )}
      </div>
      {item && hasOptions(item) && <Options attachment={attachment} />}
      <section class="details-section" aria-label={t('What is sent')}>
        <h3 class="details-heading">{item ? t('What is sent') : t('What was sent')}</h3>
        {item?.status === 'preparing' && <PreparationLine item={item} />}
        {item?.status === 'ready' && <CostLine estimate={item.estimate} />}
        {item?.status === 'obstructed' ? (
          <p class="quiet">{t('Nothing yet: choose above what to send instead.')}</p>
        ) : (
          <div class={item?.status === 'preparing' ? 'details-stale' : undefined}>
            <SentParts attachment={attachment} />
          </div>
        )}
        {attachment.reasons.length > 0 && (
          <ul class="details-reasons" aria-label={t('Why')}>
            {attachment.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
      </section>
    </Sheet>
  );
}

/** What was sent is played; while it can still be changed, the options show it. */
function Preview(props: {
  readonly attachment: Attachment;
  readonly isInTray: boolean;
  readonly seconds: number | undefined;
  readonly found: Found | undefined;
}): JSX.Element | null {
  const { attachment, isInTray, seconds, found } = props;
  const { openPicture } = useServices();
  const isRecording = attachment.kind === 'audio' || attachment.kind === 'video';
  if (!isRecording) {
    return attachment.kind === 'image' ? (
      <button
        type="button"
        class="enlarge"
        aria-label={t('See {0} large', attachment.name)}
        title={t('See it large')}
        onClick={() => openPicture({ from: 'attachment', id: attachment.id })}
      >
        {found ? (
          <SecretPicture id={attachment.id} check={found}>
            <AttachmentPreview attachment={attachment} />
          </SecretPicture>
        ) : (
          <AttachmentPreview attachment={attachment} />
        )}
      </button>
    ) : (
      <AttachmentPreview attachment={attachment} />
    );
  }
  return isInTray ? null : <RecordingPlayer attachment={attachment} {...(seconds !== undefined && { seconds })} />;
}

/** The words of a picture are sent as they are. */
function hasOptions(item: TrayItem): boolean {
  const { attachment } = item;
  const instead = 'obstacle' in item && item.obstacle ? attachment?.instead : undefined;
  return attachment?.kind !== 'image' || (item.status !== 'obstructed' && (instead ?? 'anyway') === 'anyway');
}

function Options({ attachment }: { readonly attachment: Attachment }): JSX.Element | null {
  const { post } = useServices();
  if (!('options' in attachment) || attachment.kind === 'link') {
    return null;
  }
  return (
    <section class="details-section" aria-label={t('Options')}>
      <h3 class="details-heading">{t('Options')}</h3>
      <AttachmentEditor
        attachment={attachment}
        onOptions={(options) => post({ type: 'attachmentOptionsChanged', id: attachment.id, options })}
      />
    </section>
  );
}

interface ActionsProps {
  readonly attachment: Attachment;
  readonly isInTray: boolean;
  readonly onRemove: () => void;
}

function Actions({ attachment, isInTray, onRemove }: ActionsProps): JSX.Element {
  const { post, editPicture } = useServices();
  const { id } = attachment;
  const isEdited = attachment.kind === 'image' && attachment.edited !== undefined;
  return (
    <div class="buttons">
      <button type="button" class="button button-secondary" onClick={() => post({ type: 'attachmentOpened', id })}>
        {t('Open original')}
      </button>
      {isInTray && attachment.kind === 'image' && (
        <button type="button" class="button button-secondary" onClick={() => editPicture(id)}>
          {t('Edit')}
        </button>
      )}
      {isInTray && isEdited && (
        <button
          type="button"
          class="button button-secondary"
          onClick={(event) => {
            focusAttachment(event);
            post({ type: 'pictureRestored', id });
          }}
        >
          {t('Restore original')}
        </button>
      )}
      {isInTray && (
        <button type="button" class="button button-secondary" onClick={onRemove}>
          {t('Remove')}
        </button>
      )}
    </div>
  );
}
