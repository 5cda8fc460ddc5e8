import type { ModelCapabilities } from '../shared/capabilities';
import type { ServerKind } from './listing/kind-at-address';

/** What is known of a model before anything is sent to it: attachments are planned and requests are fitted for it. */
export interface ModelTarget {
  /** Name of the endpoint, of the built-in engine, or of the extension that provides the model. */
  readonly endpoint: string;
  /** Model identifier at that endpoint. */
  readonly model: string;
  /** The built-in engine: no key and no network. */
  readonly offline: boolean;
  /** What was known of the model when this was made. */
  readonly capabilities: ModelCapabilities;
  /** A model that another extension provides to VS Code. */
  readonly isLanguageModel?: boolean;
  /** The server is on this machine. */
  readonly isLocal?: boolean;
  /** Where its address tells. */
  readonly server?: ServerKind;
  /** Which of OpenAI's protocols the endpoint speaks. */
  readonly api?: 'chat' | 'responses';
}

/** Whether what is sent to the model may go to another machine. */
export function leavesMachine({ offline, isLocal }: ModelTarget): boolean {
  return !offline && isLocal !== true;
}

/** Whether what was looked at for one model may go to another as it is: to the same one, and to one on this machine. */
export function isCheckedFor(checked: ModelTarget | undefined, target: ModelTarget): boolean {
  return !leavesMachine(target) || (checked?.endpoint === target.endpoint && checked.model === target.model);
}
