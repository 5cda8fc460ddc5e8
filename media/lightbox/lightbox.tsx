import { t } from '@vscode/l10n';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Region } from '../../src/shared/region';
import { Sheet } from '../controls/sheet';
import { useServices } from '../services';
import { LightboxTools } from './lightbox-tools';
import { drawAsPng, nameOfRegion } from './picture-bytes';
import { PictureFrame } from './picture-frame';
import { RegionBar } from './region-bar';
import { stepOfKey } from './steps';
import type { Step, Steps } from './steps';
import { StepsBar } from './steps-bar';
import { usePicture } from './use-picture';
import { useView } from './use-view';
import type { LoadedPicture, ViewedPicture } from './viewed-picture';

interface LightboxProps {
  readonly viewed: ViewedPicture;
  readonly name: string;
  /** Absent where it is the only one. */
  readonly steps: Steps | undefined;
  /** Shows the picture of this identifier instead. */
  readonly onStep: (id: string) => void;
  readonly onClose: () => void;
  /** Absent where there is nothing to compare it with. */
  readonly onCompare?: () => void;
  /** Something of it was attached: what comes next is the question. */
  readonly onAsk: () => void;
}

/** One picture, as large as there is room. Lies over the conversation. */
export function Lightbox(props: LightboxProps): JSX.Element {
  const { viewed, name, steps, onStep, onClose } = props;
  const { announce } = useServices();
  const state = usePicture(viewed);
  const step = (by: Step): void => {
    const index = (steps?.index ?? 0) + by;
    const picture = steps?.pictures[index];
    if (picture) {
      onStep(picture.id);
      announce(t('Picture {0} of {1}: {2}', index + 1, steps.pictures.length, picture.name));
    }
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    const by = steps && !event.defaultPrevented ? stepOfKey(event) : undefined;
    if (by === undefined) {
      return;
    }
    event.preventDefault();
    if (!isStepButton(event.target)) {
      // What has the focus goes away with the picture; the next key is for this too.
      event.currentTarget.focus();
    }
    step(by);
  };
  return (
    <Sheet
      label={t('Picture {0}', name)}
      title={name}
      closeLabel={t('Close picture')}
      onClose={onClose}
      class="lightbox"
      beside={steps && <StepsBar steps={steps} onStep={step} />}
      onKeyDown={onKeyDown}
    >
      {state.status === 'loaded' ? (
        <LoadedLightbox key={state.picture.url} {...props} picture={state.picture} />
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

function isStepButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.lightbox-steps') !== null;
}

interface LoadedLightboxProps extends Pick<LightboxProps, 'viewed' | 'name' | 'onCompare' | 'onAsk'> {
  readonly picture: LoadedPicture;
}

function LoadedLightbox({ viewed, name, picture, onCompare, onAsk }: LoadedLightboxProps): JSX.Element {
  const { post, notify } = useServices();
  const frame = useRef<HTMLDivElement>(null);
  const control = useView(picture, frame);
  const [choosing, setChoosing] = useState(false);
  const [region, setRegion] = useState<Region>();
  // It came after the sheet, which had the focus until now; a button that leads through the pictures keeps it.
  useLayoutEffect(() => {
    if (!isStepButton(document.activeElement)) {
      frame.current?.focus();
    }
  }, []);

  const stopChoosing = (): void => {
    setChoosing(false);
    setRegion(undefined);
    frame.current?.focus();
  };
  const askAbout = async (chosen: Region): Promise<void> => {
    try {
      const bytes = new Uint8Array(await (await drawAsPng(picture, chosen)).arrayBuffer());
      post({ type: 'filesReceived', files: [{ name: nameOfRegion(name, chosen), isNameGiven: true, bytes }] });
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
        } else if (choosing && stepOfKey(event) !== undefined) {
          // What was chosen stays.
          event.preventDefault();
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
          {...(onCompare && { onCompare })}
          onChoose={() => {
            setChoosing(true);
            frame.current?.focus();
          }}
        />
      )}
    </div>
  );
}
