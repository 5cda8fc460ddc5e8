import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../services';
import type { Recording } from './media-store';

/** A sound or video that the host has; undefined until all of it came. */
export function useRecording(sha256: string): Recording | undefined {
  const { recordings } = useServices();
  const [recording, setRecording] = useState<Recording>();
  useEffect(() => {
    setRecording(undefined);
    return recordings.use(sha256, setRecording);
  }, [recordings, sha256]);
  return recording;
}
