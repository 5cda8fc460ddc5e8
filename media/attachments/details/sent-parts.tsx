import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import { Icon } from '../../icons/icon';
import { useServices } from '../../services';
import { describePart } from './describe-part';

/** Everything that is sent of an attachment, in its order; each opens as exactly the bytes that go out. */
export function SentParts({ attachment }: { readonly attachment: Attachment }): JSX.Element {
  const { post } = useServices();
  return (
    <ol class="parts" aria-label={t('What is sent')}>
      {attachment.parts.map((part, index) => {
        const { icon, title, facts } = describePart(part, attachment.name);
        const hash = 'blob' in part ? `\nSHA-256 ${part.blob.sha256}` : '';
        return (
          <li key={index}>
            <button
              type="button"
              class="part"
              title={`${t('Show exactly what is sent')}${hash}`}
              onClick={() => post({ type: 'attachmentInspected', id: attachment.id, part: index })}
            >
              <Icon name={icon} />
              <span class="part-title" dir="auto">
                {title}
              </span>
              <span class="part-facts">{facts}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
