import type { JSX } from 'preact';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { SecretQuestion } from '../secrets/secret-question';
import { ChangedFile } from './changed-file';
import { FailedAttachment } from './failed-attachment';
import { ObstacleQuestion } from './obstacle-question';
import { PasswordForm } from './password-form';

interface ItemQuestionProps {
  readonly item: TrayItem;
  /** What the model is called. */
  readonly model: string;
  readonly onRemove: () => void;
  /** Shows the attachment's details; absent where they are shown. */
  readonly onShow?: () => void;
}

/** What the person is asked before this attachment can be sent; nothing where it can, or is on its way. */
export function ItemQuestion({ item, model, onRemove, onShow }: ItemQuestionProps): JSX.Element | null {
  switch (item.status) {
    case 'preparing':
      return null;
    case 'ready':
      if (item.fileChanged) {
        return <ChangedFile id={item.id} name={item.name} />;
      }
      return item.secrets ? (
        <SecretQuestion
          attachment={item.attachment}
          check={item.secrets}
          onRemove={onRemove}
          {...(onShow && { onShow })}
        />
      ) : null;
    case 'obstructed':
      return <ObstacleQuestion attachment={item.attachment} obstacle={item.obstacle} model={model} />;
    case 'locked':
      return (
        <PasswordForm key={String(item.wasWrong)} id={item.id} name={item.name} wasWrong={item.wasWrong === true} />
      );
    case 'failed':
      return (
        <>
          <FailedAttachment
            id={item.id}
            name={item.name}
            reason={item.reason}
            canRetry={!item.isFinal}
            needsEndpoint={item.needsEndpoint === true}
          />
          {item.attachment && item.obstacle && (
            <ObstacleQuestion attachment={item.attachment} obstacle={item.obstacle} model={model} />
          )}
        </>
      );
  }
}
