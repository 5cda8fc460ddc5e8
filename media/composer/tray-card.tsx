import type { JSX } from 'preact';
import type { TrayItem } from '../../src/shared/attachment/tray-item';
import { AttachmentButton } from '../attachments/attachment-button';
import { describeAttachment } from '../attachments/describe-attachment';
import { Thumbnail } from '../attachments/thumbnail';
import { IconButton } from '../controls/icon-button';
import { Icon } from '../icons/icon';
import { useServices } from '../services';

/** One attachment in the tray: being prepared, ready with what will be sent, or failed with the reason. */
export function TrayCard({ item, onRemove }: { readonly item: TrayItem; readonly onRemove: () => void }): JSX.Element {
  return (
    <div class={`tray-card tray-card-${item.status}`}>
      <CardBody item={item} />
      {item.status === 'ready' && <InspectButton item={item} />}
      <IconButton icon="close" label={`Remove ${item.name}`} onClick={onRemove} />
    </div>
  );
}

function InspectButton({ item }: { readonly item: TrayItem }): JSX.Element {
  const { post } = useServices();
  return (
    <span class="tray-inspect">
      <IconButton
        icon="eye"
        label={`Show what is sent of ${item.name}`}
        onClick={() => post({ type: 'attachmentInspected', id: item.id })}
      />
    </span>
  );
}

function CardBody({ item }: { readonly item: TrayItem }): JSX.Element {
  switch (item.status) {
    case 'preparing':
      return (
        <div class="tray-body">
          <span class="thumbnail">
            <span class="spinner" />
          </span>
          <CardText name={item.name} detail="Preparing…" />
        </div>
      );
    case 'obstructed':
    case 'locked':
      return (
        <div class="tray-body">
          <span class="thumbnail">
            <Icon name="error" />
          </span>
          <CardText name={item.name} detail={item.status === 'locked' ? 'Encrypted' : 'Not taken by the model'} />
        </div>
      );
    case 'failed':
      return (
        <div class="tray-body" title={`${item.name}\n${item.reason}`}>
          <span class="thumbnail">
            <Icon name="error" />
          </span>
          <CardText name={item.name} detail={item.reason} />
        </div>
      );
    case 'ready':
      return (
        <AttachmentButton
          id={item.id}
          class="tray-body"
          name={item.name}
          hint="Alt+Left and Alt+Right move it, Delete removes it."
        >
          {item.attachment.thumbnail ? (
            <Thumbnail image={item.attachment.thumbnail} />
          ) : (
            <span class="thumbnail">
              <Icon name="file" />
            </span>
          )}
          <CardText name={item.name} detail={describeAttachment(item.attachment)} />
        </AttachmentButton>
      );
  }
}

function CardText({ name, detail }: { readonly name: string; readonly detail: string }): JSX.Element {
  return (
    <span class="tray-text">
      <span class="tray-name" dir="auto">
        {name}
      </span>
      <span class="tray-detail">{detail}</span>
    </span>
  );
}
