import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AudioAttachment, VideoAttachment } from '../../../src/shared/attachment/attachment';
import { useRecording } from '../use-recording';

interface RecordingPlayerProps {
  readonly attachment: AudioAttachment | VideoAttachment;
  /** Seconds from the beginning at which it is shown. */
  readonly seconds?: number;
}

/** Plays a sound or a video as it was attached, from a moment that an answer names. */
export function RecordingPlayer({ attachment, seconds }: RecordingPlayerProps): JSX.Element {
  const { kind, name, source } = attachment;
  const recording = useRecording(source.sha256);
  const [isPlayable, setPlayable] = useState(true);
  const player = useRef<HTMLVideoElement & HTMLAudioElement>(null);
  const url = recording?.status === 'loaded' ? recording.url : undefined;
  useEffect(() => {
    if (player.current && seconds !== undefined) {
      player.current.currentTime = seconds;
      // Who opens it at a moment goes on with it: Space plays.
      player.current.focus();
    }
  }, [url, seconds]);
  if (recording?.status === 'missing') {
    return <p class="quiet">{recording.reason}</p>;
  }
  if (!isPlayable) {
    return <p class="quiet">{t('VS Code can’t play this kind of recording. Open the original in a player.')}</p>;
  }
  const common = {
    ref: player,
    class: `player player-${kind}`,
    controls: true,
    preload: 'auto',
    'aria-label': t('Player of {0}', name),
    onError: () => setPlayable(false),
    ...(url !== undefined && { src: url }),
  } as const;
  return kind === 'video' ? (
    // The place is kept before the video is there, so that nothing jumps when it comes.
    <video {...common} style={{ aspectRatio: `${attachment.width} / ${attachment.height}` }} />
  ) : (
    <audio {...common} />
  );
}
