import type { Transcription } from '../transcription/transcription';
import type { Command } from './command';
import { commandIds } from './command-ids';

/** Chooses which model turns recordings into text from now on. */
export function selectTranscriptionModel(transcription: Transcription): Command {
  return {
    id: commandIds.selectTranscriptionModel,
    run: async () => {
      await transcription.choose();
    },
  };
}
