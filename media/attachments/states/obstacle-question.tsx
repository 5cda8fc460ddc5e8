import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Attachment } from '../../../src/shared/attachment/attachment';
import type { Obstacle } from '../../../src/shared/attachment/tray-item';
import { useServices } from '../../services';
import { focusAttachment } from './focus-attachment';
import { obstacleText, offerLabel } from './obstacle-text';

interface ObstacleQuestionProps {
  readonly attachment: Attachment;
  readonly obstacle: Obstacle;
  /** What the model is called. */
  readonly model: string;
}

/** What to send of media that the model does not take; the choice that was made shows as pressed and can be changed. */
export function ObstacleQuestion({ attachment, obstacle, model }: ObstacleQuestionProps): JSX.Element {
  const { post } = useServices();
  const { id, name, instead } = attachment;
  return (
    <div class="attachment-question" role="group" aria-label={t('What to send of {0}', name)}>
      <p>{obstacleText(model, obstacle)}</p>
      <div class="buttons">
        {obstacle.offers.map((offer) => (
          <button
            key={offer}
            type="button"
            class="button button-secondary toggle-button"
            {...(instead !== undefined && offer !== 'otherModel' && { 'aria-pressed': offer === instead })}
            onClick={(event) => {
              // Models are chosen elsewhere, and the question stays until one is.
              if (offer !== 'otherModel') {
                focusAttachment(event);
              }
              post({ type: 'offerTaken', id, offer });
            }}
          >
            {offerLabel(offer, attachment)}
          </button>
        ))}
      </div>
    </div>
  );
}
