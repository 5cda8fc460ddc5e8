import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { VideoAttachment } from '../../../src/shared/attachment/attachment';
import type { VideoOptions } from '../../../src/shared/attachment/options';
import { Choice } from '../../controls/choice';
import type { OptionChanges } from '../option-changes';

type SoundOptions = Pick<VideoOptions, 'sound' | 'transcript'>;

interface SoundChoiceProps {
  readonly attachment: VideoAttachment;
  readonly onChange: (changes: OptionChanges<SoundOptions>) => void;
}

const forms = ['auto', 'none', 'sound', 'transcript'] as const;
const names = { auto: t('What suits the model'), none: t('Nothing'), sound: t('Sound'), transcript: t('Transcript') };

/** What is sent of a video's sound beside its frames. */
export function SoundChoice({ attachment, onChange }: SoundChoiceProps): JSX.Element {
  const { options, transcript } = attachment;
  const text = options.transcript ?? transcript;
  return (
    <>
      <div class="video-row">
        <span aria-hidden="true">{t('Of its sound')}</span>
        <Choice
          label={t('Of its sound')}
          options={forms}
          names={names}
          chosen={options.sound ?? 'auto'}
          onChoose={(sound) => onChange({ sound: sound === 'auto' ? undefined : sound })}
        />
      </div>
      {options.sound === 'transcript' && text !== undefined && (
        <label class="video-transcript">
          {t('Transcript')}
          <textarea
            dir="auto"
            value={text}
            onChange={({ currentTarget }) => onChange({ transcript: currentTarget.value })}
          />
        </label>
      )}
    </>
  );
}
