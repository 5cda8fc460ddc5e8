import { isStoredEvent } from '../../store/event-guard';
import { isRecord } from '../../store/guard';
import { sharedParameters } from '../chat-export/chat-file';
import { answerEvents } from './answer-events';
import type { ImportedChat, ImportedEvent, ImportedMedia } from './read-chats';
import { usableAttachment } from './usable-attachment';

type Fields = Readonly<Record<string, unknown>>;

interface ReadFork {
  readonly parentId: string;
  readonly branches: readonly (readonly Fields[])[];
  readonly current: number;
}

/** Ways that a chat may have gone. They may follow each other, and each is read within the one before it. */
const maxForks = 1_000;

/**
 * What has to happen for a chat to be as a file says. Undefined where this version does not understand it: a part of a chat
 * could mean something else than the whole.
 */
export function chatEvents(value: unknown, media: ReadonlyMap<string, ImportedMedia>): ImportedChat | undefined {
  const messages = isRecord(value) && messagesOf(value['messages']);
  const forks = isRecord(value) && forksOf(value['forks'] ?? []);
  if (!isRecord(value) || !messages || !forks) {
    return undefined;
  }
  const all = [...messages, ...forks.flatMap(({ branches }) => branches.flat())];
  if (new Set(all.map(({ id }) => id)).size !== all.length) {
    return undefined;
  }
  const writer = new EventWriter(forks, media);
  writer.begin(value);
  writer.follow('', messages);
  return writer.finish();
}

/** Writes down a chat way after way, as it went. */
class EventWriter {
  readonly #forks: ReadonlyMap<string, ReadFork>;
  readonly #media: ReadonlyMap<string, ImportedMedia>;
  readonly #events: ImportedEvent[] = [];
  #time = 0;
  #lostAttachments = 0;
  #isUnderstood = true;

  constructor(forks: readonly ReadFork[], media: ReadonlyMap<string, ImportedMedia>) {
    this.#forks = new Map(forks.map((fork) => [fork.parentId, fork]));
    this.#media = media;
  }

  begin({ title, createdAt, parameters, systemPrompt, isPinned, isArchived }: Fields): void {
    this.#time = timeOf(createdAt);
    // The identifier is the journal's, which sets it when it is read.
    this.#add({ type: 'conversationCreated', id: '', title, createdAt: this.#time });
    if (isRecord(parameters)) {
      this.#add({ type: 'parametersChanged', parameters: sharedParameters(parameters) });
    }
    if (systemPrompt !== undefined) {
      this.#add({ type: 'systemPromptChanged', systemPrompt });
    }
    if (isPinned === true) {
      this.#add({ type: 'conversationPinned', pinned: true });
    }
    if (isArchived === true) {
      this.#add({ type: 'conversationArchived', archived: true });
    }
  }

  /** These messages after that one; where the chat went other ways from there, these too, each in its turn. */
  follow(parentId: string, messages: readonly Fields[]): void {
    const fork = this.#forks.get(parentId);
    if (!fork) {
      this.#path(messages);
      return;
    }
    for (const [index, branch] of fork.branches.entries()) {
      if (index > 0) {
        this.#add({ type: 'branchStarted', parentId, keepsOld: true });
      }
      this.#path(index === fork.current ? messages : branch);
    }
    if (fork.current !== fork.branches.length - 1) {
      this.#add({ type: 'branchChosen', parentId, branch: fork.current });
    }
  }

  finish(): ImportedChat | undefined {
    return this.#isUnderstood ? { events: this.#events, lostAttachments: this.#lostAttachments } : undefined;
  }

  /** Up to the first message from which the chat went several ways. */
  #path(messages: readonly Fields[]): void {
    const end = messages.findIndex(({ id }) => this.#forks.has(String(id)));
    const whole = end < 0 ? messages : messages.slice(0, end + 1);
    whole.forEach((message) => this.#message(message));
    if (end >= 0) {
      this.follow(String(messages[end]?.['id']), messages.slice(end + 1));
    }
  }

  #message(message: Fields): void {
    this.#time = timeOf(message['createdAt']);
    if (message['role'] === 'user') {
      const listed: readonly unknown[] = Array.isArray(message['attachments']) ? message['attachments'] : [];
      const attachments = listed.flatMap((attachment) => usableAttachment(attachment, this.#media) ?? []);
      this.#lostAttachments += listed.length - attachments.length;
      const { id, text, imagesLeftOut, kept } = message;
      this.#add({
        type: 'userMessageAdded',
        message: { role: 'user', id, createdAt: this.#time, text, attachments, ...defined({ imagesLeftOut, kept }) },
      });
    } else {
      answerEvents(message, { createdAt: this.#time, media: this.#media }).forEach((event) => this.#add(event));
    }
  }

  #add(event: Fields): void {
    if (isStoredEvent(event)) {
      this.#events.push({ time: this.#time, event });
    } else {
      this.#isUnderstood = false;
    }
  }
}

function messagesOf(value: unknown): readonly Fields[] | undefined {
  return Array.isArray(value) && value.every(isMessage) ? value : undefined;
}

function isMessage(value: unknown): value is Fields {
  return (
    isRecord(value) &&
    (value['role'] === 'user' || value['role'] === 'assistant') &&
    typeof value['id'] === 'string' &&
    /^[\w-]{1,100}$/.test(value['id'])
  );
}

function forksOf(value: unknown): readonly ReadFork[] | undefined {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [undefined];
  const forks = listed.filter(isFork);
  const places = new Set(forks.map(({ parentId }) => parentId));
  return listed.length <= maxForks && places.size === listed.length ? forks : undefined;
}

function isFork(value: unknown): value is ReadFork {
  if (!isRecord(value) || typeof value['parentId'] !== 'string' || !Array.isArray(value['branches'])) {
    return false;
  }
  const { branches, current } = value;
  return (
    branches.length > 1 &&
    branches.every((branch: unknown, index) => {
      const messages = messagesOf(branch);
      return messages !== undefined && (index === current || messages.length > 0);
    }) &&
    Number.isInteger(current) &&
    Number(current) >= 0 &&
    Number(current) < branches.length
  );
}

/** Times of other clocks may lie ahead. */
function timeOf(value: unknown): number {
  const now = Date.now();
  return typeof value === 'number' && value >= 0 && value <= now ? value : now;
}

function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
