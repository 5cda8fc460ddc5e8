import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { SpokenAnswer } from '../../src/shared/answer-parts';
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
  const box = useRef<HTMLDivElement>(null);
  const url = useBlobUrl(spoken.sound.sha256, box);
  const { transcript } = spoken;
  return (
    <section class="spoken" aria-label="Spoken answer">
      {transcript !== '' && transcript.trim() !== shown.trim() && (
        <p class="spoken-text" dir="auto">
          {transcript}
        </p>
      )}
      <div class="spoken-player" ref={box}>
        <audio
          controls
          controlsList="nodownload noplaybackrate noremoteplayback"
          preload="metadata"
          aria-label="Player"
          {...(url !== undefined && { src: url })}
        />
        <IconButton icon="save" label="Save sound" onClick={() => post({ type: 'spokenAnswerSaved', messageId })} />
      </div>
    </section>
  );
}
