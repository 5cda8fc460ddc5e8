import type { HostMessage, PanelMessage } from '../src/shared/protocol';
import { isHostMessage } from './host-message';
import { isSavedView } from './saved-view';
import type { SavedView } from './saved-view';

/** What VS Code gives to the script of a webview, once. */
interface VsCodeApi {
  postMessage(message: PanelMessage): void;
  getState(): unknown;
  setState(state: SavedView): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension host, as the panel sees it. */
export interface Host {
  post(message: PanelMessage): void;
  onMessage(listener: (message: HostMessage) => void): void;
  /** What `saveView` was last given, also before a reload. */
  savedView(): SavedView | undefined;
  saveView(view: SavedView): void;
}

/** May be called once: VS Code hands its connection out a single time, and nobody else on the page gets it. */
export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onMessage(listener) {
      window.addEventListener('message', (event: MessageEvent<unknown>) => {
        // A frame without an origin, in which a diagram is drawn, can post to this window too.
        if (event.origin !== 'null' && isHostMessage(event.data)) {
          listener(event.data);
        }
      });
    },
    savedView() {
      const saved = api.getState();
      return isSavedView(saved) ? saved : undefined;
    },
    saveView: (view) => api.setState(view),
  };
}
