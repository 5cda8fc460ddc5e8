import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Endpoint } from '../../../../../src/model/endpoint';
import type { OpenAiModelSettings } from '../../../../../src/model/openai/openai-model';
import type { OpenAiServer } from '../../../../servers/openai-server';
import { type Reply, sendBytes } from '../../../../servers/replies';
import { Setting } from '../setting';

/** A model that speaks the Responses API, and a server that gives these replies in order, the last of them again. */
export async function responsesSetting(
  replies: readonly [Reply, ...Reply[]],
  changes: Partial<OpenAiModelSettings> = {},
): Promise<Setting> {
  const setting = await Setting.create((server) => ({ endpoint: responsesEndpoint(server), ...changes }));
  let asked = 0;
  setting.server.routes.set('/v1/responses', (response, request) => {
    const reply = replies[Math.min(asked++, replies.length - 1)] ?? replies[0];
    return reply(response, request);
  });
  return setting;
}

function responsesEndpoint({ baseUrl }: OpenAiServer): Endpoint {
  return { name: 'Test', baseUrl, model: 'gpt-5-mini', api: 'responses' };
}

export type Event = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Events as this API writes them: each with its type, also as its name. */
export function events(...all: readonly Event[]): Reply {
  return sendBytes(all.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`));
}

/** A recorded answer. */
export function recorded(name: string): Buffer {
  return readFileSync(path.join('test', 'fixtures', 'responses', name));
}
