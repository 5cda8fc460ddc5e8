import { effectiveParameters } from '../../shared/effective-parameters';
import type { ParameterLayer } from '../../shared/parameters';
import type { PanelMessage, RequestView } from '../../shared/protocol';
import type { EndpointSettings } from '../endpoints/endpoint-settings';
import type { Models } from '../models/models';

/** What the page says about how questions are asked. */
export type RequestMessage = Extract<
  PanelMessage,
  {
    type:
      | 'parametersChanged'
      | 'systemPromptChanged'
      | 'alternativeChosen'
      | 'spokenAnswerSaved'
      | 'probeRequested'
      | 'learnedForgotten'
      | 'instructionsOpened'
      | 'endpointSettingsOpened'
      | 'lastRequestOpened'
      | 'usageOpened';
  }
>;

export interface PanelRequestsOptions {
  readonly models: Pick<Models, 'choice'>;
  readonly endpoints: Pick<EndpointSettings, 'find'>;
}

/** With what the next question of one panel is asked. */
export class PanelRequests {
  readonly #options: PanelRequestsOptions;

  constructor(options: PanelRequestsOptions) {
    this.#options = options;
  }

  /** `chat`: what the person set in the chat that is shown. */
  view(chat: ParameterLayer = {}): RequestView {
    const { models, endpoints } = this.#options;
    const { choice } = models;
    const settings = choice.type === 'endpoint' ? endpoints.find(choice.endpoint) : undefined;
    const model = choice.type === 'endpoint' ? settings?.models?.[choice.model]?.parameters : undefined;
    return {
      parameters: effectiveParameters({ chat, model: model ?? {}, endpoint: settings?.parameters ?? {} }),
      known: { capabilities: {}, sources: {} },
      adjustments: [],
    };
  }
}
