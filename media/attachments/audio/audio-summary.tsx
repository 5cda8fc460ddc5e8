import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { AudioAttachment } from '../../../src/shared/attachment/attachment';
import { IconButton } from '../../controls/icon-button';
import { useServices } from '../../services';
import { AttachmentButton } from '../attachment-button';
import { describeAttachment } from '../describe-attachment';
import { useSound } from './use-sound';

/** A sound that was sent: it is played at once, and opened by its name. */
export function AudioSummary({ attachment }: { readonly attachment: AudioAttachment }): JSX.Element {
  const { id, name, seconds, options } = attachment;
  const { notify } = useServices();
  const sound = useSound(attachment, { start: options.start ?? 0, end: options.end ?? seconds });
  return (
    <span class="audio-summary">
      <IconButton
        icon={sound.isPlaying ? 'pause' : 'play'}
        label={sound.isPlaying ? t('Pause {0}', name) : t('Play {0}', name)}
        onClick={() => (sound.problem === undefined ? sound.toggle() : notify(sound.problem))}
      />
      <AttachmentButton id={id} class="sent-button sent-file" name={name}>
        <span class="sent-text">
          <span class="sent-name" dir="auto">
            {name}
          </span>
          <span class="quiet">{describeAttachment(attachment)}</span>
        </span>
      </AttachmentButton>
    </span>
  );
}
