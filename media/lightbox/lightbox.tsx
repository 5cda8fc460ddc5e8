import { t } from '@vscode/l10n';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Region } from '../../src/shared/region';
import { Sheet } from '../controls/sheet';
import { useServices } from '../services';
import { LightboxTools } from './lightbox-tools';
import { drawAsPng, nameOfRegion } from './picture-bytes';
import { PictureFrame } from './picture-frame';
import { RegionBar } from './region-bar';
import { usePicture } from './use-picture';
import { useView } from './use-view';
import type { LoadedPicture, ViewedPicture } from './viewed-picture';

interface LightboxProps {
  readonly viewed: ViewedPicture;
  readonly name: string;
  readonly onClose: () => void;
  /** Something of it was attached: what comes next is the question. */
  readonly onAsk: () => void;
}

/** One picture, as large as there is room. Lies over the conversation. */
export function Lightbox({ viewed, name, onClose, onAsk }: LightboxProps): JSX.Element {
  const state = usePicture(viewed);
  return (
    <Sheet
      label={t('Picture {0}', name)}
      title={name}
      closeLabel={t('Close picture')}
      onClose={onClose}
      class="lightbox"
    >
      {state.status === 'loaded' ? (
        <LoadedLightbox key={state.picture.url} viewed={viewed} name={name} picture={state.picture} onAsk={onAsk} />
      ) : state.status === 'loading' ? (
        <p class="lightbox-note quiet" role="status">
          <span class="spinner" /> {t('Loading the picture…')}
        </p>
      ) : (
        <p class="lightbox-note" role="status">
          {t('This picture can’t be shown. {0}', state.reason)}
        </p>
      )}
    </Sheet>
  );
}

interface LoadedLightboxProps {
  readonly viewed: ViewedPicture;
  readonly name: string;
  readonly picture: LoadedPicture;
  readonly onAsk: () => void;
}

function LoadedLightbox({ viewed, name, picture, onAsk }: LoadedLightboxProps): JSX.Element {
  const { post, notify } = useServices();
  const frame = useRef<HTMLDivElement>(null);
  const control = useView(picture, frame);
  const [choosing, setChoosing] = useState(false);
  const [region, setRegion] = useState<Region>();
  // It came after the sheet, which had the focus until now.
  useLayoutEffect(() => frame.current?.focus(), []);

  const stopChoosing = (): void => {
    setChoosing(false);
    setRegion(undefined);
    frame.current?.focus();
  };
  const askAbout = async (chosen: Region): Promise<void> => {
    try {
      const bytes = new Uint8Array(await (await drawAsPng(picture, chosen)).arrayBuffer());
      post({ type: 'filesReceived', files: [{ name: nameOfRegion(name, chosen), bytes }] });
      onAsk();
    } catch {
      notify(t('The region could not be cut out of {0}. Attach the whole picture instead.', name));
    }
  };

  return (
    <div
      class="lightbox-body"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && choosing) {
          event.preventDefault();
          event.stopPropagation();
          stopChoosing();
        }
      }}
    >
      <PictureFrame
        name={name}
        picture={picture}
        frame={frame}
        control={control}
        choosing={choosing}
        region={region}
        onRegion={setRegion}
        onRegionConfirmed={() => region && void askAbout(region)}
      />
      {choosing ? (
        <RegionBar region={region} onAsk={() => region && void askAbout(region)} onCancel={stopChoosing} />
      ) : (
        <LightboxTools
          viewed={viewed}
          name={name}
          picture={picture}
          control={control}
          onChoose={() => {
            setChoosing(true);
            frame.current?.focus();
          }}
        />
      )}
    </div>
  );
}
