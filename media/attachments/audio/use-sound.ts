import { t } from '@vscode/l10n';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AudioAttachment } from '../../../src/shared/attachment/attachment';
import { useServices } from '../../services';
import type { TimeRange } from '../use-range';

/** A sound that is played without anything of a player being shown. */
export interface Sound {
  readonly isPlaying: boolean;
  /** Asked to play, and its bytes are on their way. */
  readonly isLoading: boolean;
  /** Seconds from the beginning. */
  readonly time: number;
  /** Why it can't be played, as a sentence. */
  readonly problem: string | undefined;
  readonly toggle: () => void;
  readonly seek: (seconds: number) => void;
}

const unplayable = t('VS Code can’t play this kind of sound.');

/** Its bytes are asked for when it is played first. Only the range is played, from its beginning after its end. */
export function useSound({ source }: Pick<AudioAttachment, 'source'>, { start, end }: TimeRange): Sound {
  const { recordings } = useServices();
  const player = useRef<HTMLAudioElement | undefined>(undefined);
  const range = useRef({ start, end });
  range.current = { start, end };
  const [isWanted, setWanted] = useState(false);
  const [isPlaying, setPlaying] = useState(false);
  const [time, setTime] = useState(start);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    const stopUse = recordings.use(source.sha256, (recording) => {
      if (recording.status === 'missing') {
        setProblem(recording.reason);
        return;
      }
      const audio = new Audio(recording.url);
      player.current = audio;
      audio.addEventListener('play', () => setPlaying(true));
      audio.addEventListener('pause', () => setPlaying(false));
      audio.addEventListener('error', () => setProblem(unplayable));
      audio.addEventListener('timeupdate', () => {
        setTime(audio.currentTime);
        if (audio.currentTime >= range.current.end) {
          audio.pause();
        }
      });
      play(audio, time, setProblem);
    });
    return () => {
      player.current?.pause();
      player.current = undefined;
      stopUse();
    };
  }, [recordings, source.sha256, isWanted]);

  return {
    isPlaying,
    isLoading: isWanted && !player.current && problem === undefined,
    time,
    problem,
    toggle: () => {
      const audio = player.current;
      if (!audio) {
        setWanted(true);
      } else if (audio.paused) {
        const isInRange = audio.currentTime >= range.current.start && audio.currentTime < range.current.end;
        play(audio, isInRange ? audio.currentTime : range.current.start, setProblem);
      } else {
        audio.pause();
      }
    },
    seek: (seconds) => {
      setTime(seconds);
      if (player.current) {
        player.current.currentTime = seconds;
      }
    },
  };
}

function play(audio: HTMLAudioElement, from: number, onProblem: (problem: string) => void): void {
  audio.currentTime = from;
  audio.play().catch((error: unknown) => {
    // Paused before it began.
    if (!(error instanceof DOMException && error.name === 'AbortError')) {
      onProblem(unplayable);
    }
  });
}
