import type { UsageHostMessage, UsagePageMessage, UsageReport } from '../../src/shared/usage-report';
import { isSavedChoice, type SavedChoice } from './saved-choice';

declare function acquireVsCodeApi(): {
  postMessage(message: UsagePageMessage): void;
  getState(): unknown;
  setState(state: SavedChoice): void;
};

/** The extension host, as this page sees it. */
export interface UsageHost {
  post(message: UsagePageMessage): void;
  onReport(listener: (report: UsageReport) => void): void;
  /** What `saveChoice` was last given, also before a reload. */
  savedChoice(): SavedChoice | undefined;
  saveChoice(choice: SavedChoice): void;
}

/** May be called once: VS Code hands its connection out a single time. */
export function connectUsageHost(): UsageHost {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    onReport(listener) {
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isReport(data)) {
          listener(data.report);
        }
      });
    },
    savedChoice() {
      const saved = api.getState();
      return isSavedChoice(saved) ? saved : undefined;
    },
    saveChoice: (choice) => api.setState(choice),
  };
}

/** Only the extension host posts to this page; what it makes is checked by the compiler there. */
function isReport(value: unknown): value is UsageHostMessage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'usageShown' &&
    'report' in value &&
    typeof value.report === 'object' &&
    value.report !== null
  );
}
