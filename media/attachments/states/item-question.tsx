import type { JSX } from 'preact';
import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import { ChangedFile } from './changed-file';
import { FailedAttachment } from './failed-attachment';
import { ObstacleQuestion } from './obstacle-question';
import { PasswordForm } from './password-form';

/** What the person is asked before this attachment can be sent; nothing where it can, or is on its way. */
export function ItemQuestion({ item, model }: { readonly item: TrayItem; readonly model: string }): JSX.Element | null {
  switch (item.status) {
    case 'preparing':
      return null;
    case 'ready':
      return item.fileChanged ? <ChangedFile id={item.id} name={item.name} /> : null;
    case 'obstructed':
      return <ObstacleQuestion attachment={item.attachment} obstacle={item.obstacle} model={model} />;
    case 'locked':
      return (
        <PasswordForm key={String(item.wasWrong)} id={item.id} name={item.name} wasWrong={item.wasWrong === true} />
      );
    case 'failed':
      return (
        <>
          <FailedAttachment id={item.id} name={item.name} reason={item.reason} canRetry={!item.isFinal} />
          {item.attachment && item.obstacle && (
            <ObstacleQuestion attachment={item.attachment} obstacle={item.obstacle} model={model} />
          )}
        </>
      );
  }
}
