import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { AttachmentButton } from '../attachments/attachment-button';
import { AttachmentPicture } from '../attachments/attachment-picture';
import { describeAttachment, describeBriefly } from '../attachments/describe-attachment';
import { ItemQuestion } from '../attachments/states/item-question';
import { PreparingBar } from '../attachments/states/preparing-bar';
import { IconButton } from '../controls/icon-button';
import { formatEstimate } from '../format/format-estimate';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

interface TrayCardProps {
  readonly item: TrayItem;
  /** What the model is called. */
  readonly model: string;
  /** There are many: what it is, and the least of what is sent of it. */
  readonly isSmall: boolean;
  readonly onRemove: () => void;
}

/** One attachment in the tray: on its way, ready with what will be sent, or with what is asked about it. */
export function TrayCard({ item, model, isSmall, onRemove }: TrayCardProps): JSX.Element {
  const { editPicture, openDetails } = useServices();
  return (
    <div class={`tray-card tray-card-${item.status}${isSmall ? ' tray-card-small' : ''}`} data-attachment={item.id}>
      <div class="tray-row">
        <CardBody item={item} isSmall={isSmall} />
        {item.attachment?.kind === 'image' && !isSmall && (
          <IconButton icon="edit" label={t('Edit {0}', item.name)} onClick={() => editPicture(item.id)} />
        )}
        <IconButton icon="close" label={t('Remove {0}', item.name)} onClick={onRemove} />
      </div>
      {item.status === 'preparing' && (item.doing !== undefined || item.progress !== undefined) && (
        <PreparingBar name={item.name} progress={item.progress} />
      )}
      <ItemQuestion item={item} model={model} onRemove={onRemove} onShow={() => openDetails(item.id)} />
    </div>
  );
}

function CardBody({ item, isSmall }: Pick<TrayCardProps, 'item' | 'isSmall'>): JSX.Element {
  const { id, name, attachment } = item;
  const text = <CardText name={name} details={cardDetails(item)} {...(isSmall && { brief: briefDetails(item) })} />;
  return attachment ? (
    // The same element in every state, so that the focus stays on it.
    <AttachmentButton
      id={id}
      class="tray-body"
      name={name}
      hint={t('Alt+Left and Alt+Right move it, Delete removes it.')}
    >
      <AttachmentPicture attachment={attachment} />
      {text}
    </AttachmentButton>
  ) : (
    <div class="tray-body" title={name}>
      <span class="thumbnail">
        {item.status === 'preparing' ? <span class="spinner" /> : <Icon name={stateIcon(item)} />}
      </span>
      {text}
    </div>
  );
}

function stateIcon(item: TrayItem): 'lock' | 'error' {
  return item.status === 'locked' ? 'lock' : 'error';
}

/** What stands below the name, on one line or one below the other; what is asked stands further below. */
function cardDetails(item: TrayItem): readonly string[] {
  switch (item.status) {
    case 'preparing':
      return [`${item.doing ?? t('Preparing')}…`];
    case 'ready':
      return [describeAttachment(item.attachment), formatEstimate(item.estimate) ?? []].flat();
    case 'obstructed':
      return [t('Not sent yet')];
    case 'locked':
      return [t('Encrypted')];
    case 'failed':
      return [item.attachment ? t('Could not be prepared') : t('Not attached')];
  }
}

/** What has room where there are many: all that `cardDetails` says is read out, and stands in its details. */
function briefDetails(item: TrayItem): readonly string[] {
  return item.status === 'ready'
    ? [describeBriefly(item.attachment), formatEstimate({ tokens: item.estimate.tokens }) ?? []].flat()
    : cardDetails(item);
}

interface CardTextProps {
  readonly name: string;
  readonly details: readonly string[];
  /** What is seen instead of the details. */
  readonly brief?: readonly string[];
}

function CardText({ name, details, brief }: CardTextProps): JSX.Element {
  return (
    <span class="tray-text">
      <span class="tray-name" dir="auto">
        {name}
      </span>
      <span class={brief ? 'visually-hidden' : 'tray-detail'}>
        <Facts facts={details} />
      </span>
      {brief && (
        <span class="tray-detail" aria-hidden="true">
          <Facts facts={brief} />
        </span>
      )}
    </span>
  );
}

function Facts({ facts }: { readonly facts: readonly string[] }): JSX.Element {
  return (
    <>
      {facts.map((fact) => (
        <span key={fact} class="tray-fact">
          {`${fact} `}
        </span>
      ))}
    </>
  );
}
