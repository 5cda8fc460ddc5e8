import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { SpokenAnswer } from '../../src/shared/answer-parts';
import { MAX_PLAYED_BYTES } from '../../src/shared/limits';
import { useBlobUrl } from '../attachments/use-blob-url';
import { IconButton } from '../controls/icon-button';
import { useServices } from '../services';

interface SpokenAnswerViewProps {
  readonly spoken: SpokenAnswer;
  readonly messageId: string;
  /** The answer's text: what was said is not repeated where it says the same. */
  readonly shown: string;
}

/** Plays and saves an answer that was spoken, with what was said. */
export function SpokenAnswerView({ spoken, messageId, shown }: SpokenAnswerViewProps): JSX.Element {
  const { post } = useServices();
  const { transcript, sound } = spoken;
  return (
    <section class="spoken" aria-label={t('Spoken answer')}>
      {transcript !== '' && transcript.trim() !== shown.trim() && (
        <p class="spoken-text" dir="auto">
          {transcript}
        </p>
      )}
      <div class="spoken-player">
        {sound.byteLength <= MAX_PLAYED_BYTES ? (
          <Player sha256={sound.sha256} />
        ) : (
          <p class="quiet">{t('This sound is too long to be played here. Save it to hear it.')}</p>
        )}
        <IconButton
          icon="save"
          label={t('Save sound')}
          onClick={() => post({ type: 'spokenAnswerSaved', messageId })}
        />
      </div>
    </section>
  );
}

function Player({ sha256 }: { readonly sha256: string }): JSX.Element {
  const player = useRef<HTMLAudioElement>(null);
  const url = useBlobUrl(sha256, player);
  return (
    <audio
      ref={player}
      controls
      controlsList="nodownload noplaybackrate noremoteplayback"
      preload="metadata"
      aria-label={t('Player')}
      {...(url !== undefined && { src: url })}
    />
  );
}
