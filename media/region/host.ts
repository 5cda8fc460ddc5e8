import type { RegionHostMessage, RegionPageMessage } from '../../src/shared/region';

declare function acquireVsCodeApi(): { postMessage(message: RegionPageMessage): void };

/** The extension host, as this page sees it. */
export interface RegionHost {
  post(message: RegionPageMessage): void;
  onPicture(listener: (picture: Blob) => void): void;
}

/** May be called once: VS Code hands its connection out a single time. */
export function connectRegionHost(): RegionHost {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onPicture(listener) {
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isPicture(data)) {
          listener(new Blob([new Uint8Array(data.bytes)], { type: data.mediaType }));
        }
      });
    },
  };
}

function isPicture(value: unknown): value is RegionHostMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'pictureShown' &&
    'bytes' in value &&
    value.bytes instanceof Uint8Array &&
    'mediaType' in value &&
    typeof value.mediaType === 'string'
  );
}
