import { t } from '@vscode/l10n';
import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../icons/icon';
import { useServices } from '../services';
import { offersAttachments } from './dropped';
import { receiveDrop } from './receive';

type Offer = 'files' | 'resources';

/**
 * Takes drops anywhere in the panel. VS Code hands the drags that start in it, in the explorer for example, to a webview
 * only while Shift is held: by the time the overlay shows, it is, and the overlay says to keep holding it.
 */
export function DropZone({ children }: { readonly children: ComponentChildren }): JSX.Element {
  const services = useServices();
  const [offer, setOffer] = useState<Offer>();
  // Entering a child comes before leaving its parent: the drag is out when every entered element was left.
  const depth = useRef(0);
  // What is dragged within the page, a link of an answer for example, is nothing to attach.
  const own = useRef(false);
  const leave = (): void => {
    depth.current = 0;
    setOffer(undefined);
  };
  const offers = (event: DragEvent): boolean => !own.current && offersAttachments(event.dataTransfer?.types ?? []);
  return (
    <div
      class="panel"
      onDragStart={() => (own.current = true)}
      onDragEnd={() => (own.current = false)}
      onDragEnter={(event) => {
        if (offers(event)) {
          // Else VS Code takes the drag of a file away from the page, to open it in an editor.
          event.preventDefault();
          depth.current++;
          setOffer(event.dataTransfer?.types.includes('Files') ? 'files' : 'resources');
        }
      }}
      onDragLeave={(event) => {
        if (offers(event) && --depth.current <= 0) {
          leave();
        }
      }}
      onDragOver={(event) => {
        if (offers(event) && event.dataTransfer) {
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
        }
      }}
      onDrop={(event) => {
        leave();
        if (!own.current) {
          receiveDrop(event, services);
        }
        own.current = false;
      }}
    >
      {children}
      {offer && (
        <div class="drop-overlay">
          <Icon name="attach" />
          <strong>{t('Drop to attach')}</strong>
          {offer === 'resources' && <span>{t('Keep holding Shift')}</span>}
        </div>
      )}
    </div>
  );
}
