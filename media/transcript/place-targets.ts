import { createContext } from 'preact';
import { useRef } from 'preact/hooks';
import type { Attachment } from '../../src/shared/attachment/attachment';
import type { Message } from '../../src/shared/conversation';
import type { PlaceTarget } from './place-links';

/** What the answer that is rendered can name places of. */
export const PlaceTargets = createContext<readonly PlaceTarget[]>([]);

const none: readonly PlaceTarget[] = [];

/** For each answer, what was attached to its question and to those before, the latest last. */
function placeTargets(messages: readonly Message[]): ReadonlyMap<string, readonly PlaceTarget[]> {
  const byAnswer = new Map<string, readonly PlaceTarget[]>();
  let targets = none;
  for (const message of messages) {
    if (message.role === 'assistant') {
      byAnswer.set(message.id, targets);
    } else {
      const added = message.attachments.flatMap(targetOf);
      targets = added.length > 0 ? [...targets, ...added] : targets;
    }
  }
  return byAnswer;
}

/** The same, and the same objects while no message comes or goes: an answer that grows is not rendered anew for it. */
export function usePlaceTargets(messages: readonly Message[]): ReadonlyMap<string, readonly PlaceTarget[]> {
  const known = useRef<
    { readonly messages: readonly Message[]; readonly targets: ReturnType<typeof placeTargets> } | undefined
  >(undefined);
  const isSame =
    known.current?.messages.length === messages.length &&
    known.current.messages.every((message, index) => sameSource(message, messages[index]));
  if (!isSame || !known.current) {
    known.current = { messages, targets: placeTargets(messages) };
  }
  return known.current.targets;
}

/** Of an answer only its place matters. */
function sameSource(message: Message, other: Message | undefined): boolean {
  return message === other || (message.role === 'assistant' && message.id === other?.id);
}

function targetOf(attachment: Attachment): readonly PlaceTarget[] {
  const { id, name } = attachment;
  switch (attachment.kind) {
    case 'pdf':
      return [{ type: 'pages', id, name, pageCount: attachment.pageCount }];
    case 'audio':
    case 'video':
      return [{ type: 'times', id, name, seconds: attachment.seconds }];
    case 'image':
    case 'document':
    case 'text':
    case 'link':
      return [];
  }
}
