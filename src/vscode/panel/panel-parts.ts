import type { Tray } from '../../attachments/tray';
import type { HostMessage } from '../../shared/protocol';
import type { DisposableStore } from '../../util/disposable';
import { findChangedFiles } from '../attachments/find-changed-files';
import type { DraftMemory } from './draft-memory';
import type { PageConnection } from './page-connection';
import { PageDecoding } from './page-decoding';
import { PanelAttachments } from './panel-attachments';
import { PanelChats } from './panel-chats';
import { PanelComposer } from './panel-composer';
import { PanelDrafts } from './panel-drafts';
import { PanelMedia } from './panel-media';
import { PanelPages } from './panel-pages';
import { PanelPictures } from './panel-pictures';
import { PanelRequests } from './panel-requests';
import { PanelSecrets } from './panel-secrets';
import type { PanelServices } from './panel-services';
import { PanelTurns } from './panel-turns';
import { PanelViewing } from './panel-viewing';
import { ShownAttachments } from './shown-attachments';
import { ShownConversation, type ShownConversationOptions } from './shown-conversation';

export interface PanelPartsOptions extends Pick<ShownConversationOptions, 'onEvent' | 'onSwitch'> {
  readonly page: PageConnection;
  readonly services: PanelServices;
  readonly memory: DraftMemory;
  readonly notify: (text: string) => void;
  /** Does what nobody waits for. */
  readonly run: (task: () => Promise<void>) => void;
  /** What is released with the panel. */
  readonly resources: DisposableStore;
}

/** What one panel is made of. */
export interface PanelParts {
  readonly tray: Tray;
  readonly drafts: PanelDrafts;
  readonly shown: ShownConversation;
  readonly shownAttachments: ShownAttachments;
  readonly attachments: PanelAttachments;
  readonly decoding: PageDecoding;
  readonly media: PanelMedia;
  readonly viewing: PanelViewing;
  readonly pictures: PanelPictures;
  readonly secrets: PanelSecrets;
  readonly requests: PanelRequests;
  readonly turns: PanelTurns;
  readonly chats: PanelChats;
  readonly composer: PanelComposer;
}

export function createPanelParts(options: PanelPartsOptions): PanelParts {
  const { page, services, memory, notify, run, resources, onEvent, onSwitch } = options;
  const { blobs, conversations, models, pickFiles, runAction } = services;
  const post = (message: HostMessage): void => void page.post(message);
  const postOfDraft = (message: HostMessage): void => page.postOfDraft(message);
  const decoding = resources.add(new PageDecoding((message) => page.post(message)));
  const tray = resources.add(services.createTray(decoding));
  const drafts = new PanelDrafts({ tray, memory, post: postOfDraft });
  const shown = resources.add(new ShownConversation({ conversations, onEvent, onSwitch, onNotice: notify }));
  const shownAttachments = new ShownAttachments({ tray, shown, blobs });
  const common = { tray, drafts, shown, models, post, notify, run };
  const ofAttachments = { shown: shownAttachments, services: services.attachments, post };
  const attachments = resources.add(
    new PanelAttachments({
      ...common,
      shown: shownAttachments,
      pickFiles,
      showAttachMenu: services.showAttachMenu,
      selectModel: async () => void (await runAction('selectModel')),
      attachUrl: services.attachUrl,
    }),
  );
  const media = new PanelMedia({
    shown: shownAttachments,
    decoding,
    pages: resources.add(new PanelPages(ofAttachments)),
    blobs,
    post: (message) => page.post(message),
  });
  const viewing = resources.add(new PanelViewing(ofAttachments));
  const pictures = resources.add(
    new PanelPictures({ ...common, ...ofAttachments, post: (message) => page.postWhenStarted(message) }),
  );
  const secrets = resources.add(
    new PanelSecrets({
      ...common,
      services: services.attachments,
      gate: services.secrets,
      target: () => models.target,
      onReplaced: services.onReplaced,
      post: postOfDraft,
    }),
  );
  const requests = resources.add(
    new PanelRequests({ ...common, attachments: shownAttachments, conversations, services: services.requests }),
  );
  const turns = resources.add(
    new PanelTurns({ ...common, conversations, pickModel: services.pickModel, runAction, findChangedFiles, secrets }),
  );
  const chats = resources.add(
    new PanelChats({ ...common, conversations, store: services.store, services: services.chats }),
  );
  const composer = resources.add(new PanelComposer({ ...common, attachments, memory, services }));
  return {
    tray,
    drafts,
    shown,
    shownAttachments,
    attachments,
    decoding,
    media,
    viewing,
    pictures,
    secrets,
    requests,
    turns,
    chats,
    composer,
  };
}
