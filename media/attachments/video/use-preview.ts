import { t } from '@vscode/l10n';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { VideoAttachment } from '../../../src/shared/attachment/attachment';
import { useRecording } from '../use-recording';

/** A video in the editor: what shows it, and the moment that is looked at. */
export interface Preview {
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Of the video once it is there. */
  readonly url: string | undefined;
  /** Why it can't be shown, as a sentence; frames can be chosen by their times all the same. */
  readonly problem: string | undefined;
  /** Seconds from the beginning. */
  readonly time: number;
  readonly seek: (seconds: number) => void;
  readonly onTime: () => void;
  readonly onError: () => void;
}

export function usePreview({ source, seconds, options }: VideoAttachment): Preview {
  const recording = useRecording(source.sha256);
  const video = useRef<HTMLVideoElement>(null);
  const [time, setTime] = useState(options.start ?? 0);
  const [isBroken, setBroken] = useState(false);
  const url = recording?.status === 'loaded' ? recording.url : undefined;
  const seek = (wanted: number): void => {
    const moment = Math.min(Math.max(0, wanted), seconds);
    setTime(moment);
    if (video.current) {
      video.current.pause();
      video.current.currentTime = moment;
    }
  };
  // A video that comes after the person has moved is shown where they are.
  useEffect(() => {
    if (url !== undefined && video.current) {
      video.current.currentTime = time;
    }
  }, [url]);
  return {
    video,
    url,
    problem:
      recording?.status === 'missing'
        ? recording.reason
        : isBroken
          ? t('VS Code can’t play this video. Frames can still be chosen by their times.')
          : undefined,
    time,
    seek,
    onTime: () => video.current && setTime(video.current.currentTime),
    onError: () => setBroken(true),
  };
}
