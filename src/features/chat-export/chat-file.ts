import type { ChatParameters, ParameterLayer } from '../../shared/parameters';
import type { Attachment } from '../../shared/attachment/attachment';
import { asSent } from '../../attachments/image/edited-picture';
import type { AnswerMessage, ConversationState, Fork, Message } from '../../shared/conversation';

/**
 * Chats as a JSON file: `docs/chat-files.md` describes it for others. `version` rises when an older Iris would misread a
 * file.
 */
export interface ChatFile {
  readonly format: typeof chatFileFormat;
  readonly version: number;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly chats: readonly ExportedChat[];
  /** Everything that the chats name by SHA-256. */
  readonly media: Readonly<Record<string, ExportedMedia>>;
}

export const chatFileFormat = 'iris-chats';
export const chatFileVersion = 1;

export type ExportedChat = Pick<
  ConversationState,
  'title' | 'createdAt' | 'messages' | 'forks' | 'parameters' | 'systemPrompt' | 'isPinned' | 'isArchived'
>;

export interface ExportedMedia {
  readonly mediaType: string;
  /** Base64. */
  readonly data: string;
}

/** Parameters that go to one server as they are, and may hold its key. */
const unsharedParameters = ['extra_headers', 'extra_query', 'extra_body'] as const satisfies (keyof ChatParameters)[];

/**
 * All of a chat that may leave this machine: every way that it went, without its identifier, without where files were read
 * from, and without what a server is told beside the question.
 */
export function exportedChat(state: ConversationState): ExportedChat {
  const { title, createdAt, messages, forks, parameters, systemPrompt, isPinned, isArchived } = state;
  return {
    title,
    createdAt,
    messages: messages.map(exportedMessage),
    ...(forks && { forks: forks.map(exportedFork).filter(({ branches }) => branches.length > 1) }),
    ...(parameters && { parameters: sharedParameters(parameters) }),
    ...(systemPrompt !== undefined && { systemPrompt }),
    ...(isPinned && { isPinned }),
    ...(isArchived && { isArchived }),
  };
}

export function sharedParameters(parameters: ParameterLayer): ParameterLayer {
  const shared: { -readonly [K in keyof ParameterLayer]: ParameterLayer[K] } = { ...parameters };
  for (const name of unsharedParameters) {
    delete shared[name];
  }
  return shared;
}

/** Without what says where it was read from; an edited picture without the one that it was made of. */
export function sharedAttachment(attachment: Attachment): Attachment {
  const { origin: _origin, fileSha256: _fileSha256, preparedAs: _preparedAs, ...shared } = asSent(attachment);
  return shared;
}

/** Without ways that nothing is left of. */
function exportedFork({ parentId, branches, current }: Fork): Fork {
  const kept = branches.filter((branch, index) => index === current || branch.length > 0);
  return {
    parentId,
    branches: kept.map((branch) => branch.map(exportedMessage)),
    current: kept.indexOf(branches[current] ?? []),
  };
}

function exportedMessage(message: Message): Message {
  return message.role === 'user'
    ? { ...message, attachments: message.attachments.map(sharedAttachment) }
    : exportedAnswer(message);
}

/** The words of a server about a failure may name what is nobody else's. */
function exportedAnswer({ retry: _retry, failure, ...answer }: AnswerMessage): AnswerMessage {
  if (!failure) {
    return answer;
  }
  const { detail: _detail, ...told } = failure;
  return { ...answer, failure: told };
}
