import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReducedAttachment } from '../../src/shared/reduced-attachment';
import { describeReduction, summarizeReductions } from '../format/describe-reduction';
import { useServices } from '../services';
import { Questions } from './questions';

interface ReducedProps {
  readonly reduced: readonly ReducedAttachment[];
  /** Whether nothing may be changed now. */
  readonly locked: boolean;
}

/** Which earlier attachments the request carried smaller, with a way to have them whole again. */
export function Reduced({ reduced, locked }: ReducedProps): JSX.Element | null {
  const questions = useContext(Questions);
  const shown = reduced.flatMap((reduction) => {
    const question = questions.get(reduction.messageId);
    const attachment = question?.attachments.find(({ id }) => id === reduction.attachmentId);
    return attachment ? [{ reduction, attachment, kept: question?.kept?.includes(attachment.id) === true }] : [];
  });
  if (shown.length === 0) {
    return null;
  }
  return (
    <details class="reduced">
      <summary>{summarizeReductions(shown.map(({ reduction }) => reduction))}</summary>
      <ul aria-label={t('Sent smaller')}>
        {shown.map(({ reduction, attachment: { id, name }, kept }) => (
          <li key={`${reduction.messageId} ${id}`}>
            <span class="reduced-what">
              <span dir="auto">{name}</span> <span class="quiet">{describeReduction(reduction)}</span>
            </span>
            {reduction.cause !== 'modality' && (
              <KeepButton reduction={reduction} name={name} kept={kept} locked={locked} />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

interface KeepButtonProps {
  readonly reduction: ReducedAttachment;
  readonly name: string;
  readonly kept: boolean;
  readonly locked: boolean;
}

function KeepButton({ reduction: { messageId, attachmentId }, name, kept, locked }: KeepButtonProps): JSX.Element {
  const { post, announce } = useServices();
  const label = kept ? t('Let it give way again') : t('Send whole again');
  return (
    <span class="reduced-choice">
      {kept && <span class="quiet">{t('Whole from your next question on.')}</span>}
      <button
        type="button"
        class="text-button"
        aria-label={`${label}: ${name}`}
        disabled={locked}
        onClick={() => {
          post({ type: 'attachmentKept', messageId, attachmentId, kept: !kept });
          announce(
            kept ? t('{0} may be sent smaller again', name) : t('{0} is sent whole from your next question on', name),
          );
        }}
      >
        {label}
      </button>
    </span>
  );
}
