import type { ModelTarget } from '../../../../src/model/model-target';
import type { MultimodalModel } from '../../../../src/model/multimodal-model';
import type { HostMessage } from '../../../../src/shared/protocol';
import { PanelDrafts } from '../../../../src/vscode/panel/panel-drafts';
import {
  PanelTurns,
  type CommandAction,
  type PanelTurnsOptions,
  type RunAction,
} from '../../../../src/vscode/panel/panel-turns';
import { seeing } from '../../attachments/services';
import { panelParts } from './panel-fixture';

/** The turns of a panel whose models answer by script. */
export async function turnsOf(
  model: MultimodalModel | (() => Promise<MultimodalModel>),
  runAction: RunAction = () => Promise.resolve(true),
  otherModel?: MultimodalModel,
) {
  const parts = await panelParts();
  const { shown, tray, memory } = parts;
  tray.onChange(() => memory.change({ attachments: tray.attachments }));
  const drafts = new PanelDrafts({
    tray,
    memory,
    post: (message) => {
      if (message.type === 'draftTextReplaced') {
        given.push(message.text);
      } else if (message.type === 'waitingQuestionChanged') {
        waiting.push(message.waiting);
      }
    },
  });
  const open = async (id?: string): Promise<string> => {
    await shown.open(id);
    const { state } = await shown.get();
    drafts.show(state);
    return state.id;
  };
  const given: string[] = [];
  /** What the page was told of, in order. */
  const waiting: Extract<HostMessage, { type: 'waitingQuestionChanged' }>['waiting'][] = [];
  const tasks: Promise<void>[] = [];
  const target: { value: ModelTarget } = { value: typeof model === 'function' ? seeing : model.metadata };
  const notices: string[] = [];
  const actions: CommandAction[] = [];
  const changed = new Set<string>();
  const secrets: { -readonly [Name in 'obstacle' | 'passAgain' | 'passEdited']: PanelTurnsOptions['secrets'][Name] } = {
    obstacle: () => Promise.resolve(undefined),
    passAgain: () => Promise.resolve(true),
    passEdited: (_messageId, text) => Promise.resolve(text),
  };
  const compared = { promise: Promise.resolve() };
  const turns = new PanelTurns({
    ...parts,
    models: {
      current: typeof model === 'function' ? model : () => Promise.resolve(model),
      get target() {
        return target.value;
      },
    },
    pickModel: () => Promise.resolve(otherModel),
    runAction: (action, endpoint) => {
      actions.push(action);
      return runAction(action, endpoint);
    },
    drafts,
    secrets,
    findChangedFiles: async () => {
      await compared.promise;
      return changed;
    },
    notify: (text) => notices.push(text),
    run: (task) => void tasks.push(task()),
  });
  await open();
  /** In the chat that is shown, or was when the page asked. */
  const send = async (text: string, conversationId = shown.current?.id ?? ''): Promise<void> => {
    const message = { type: 'sendRequested', conversationId, text } as const;
    drafts.follow(message);
    await turns.handle(message);
  };
  /** What happens by itself, such as a question that has waited. */
  const settled = async (): Promise<void> => {
    for (const task of tasks) {
      await task;
    }
  };
  return {
    ...parts,
    drafts,
    turns,
    open,
    send,
    given,
    waiting,
    notices,
    actions,
    changed,
    compared,
    secrets,
    target,
    settled,
  };
}
