import assert from 'node:assert/strict';
import { setTimeout as after } from 'node:timers/promises';
import { Tray } from '../../../../src/attachments/tray';
import type { ModelTarget } from '../../../../src/model/model-target';
import type { ModelMetadata } from '../../../../src/model/multimodal-model';
import type { Attachment } from '../../../../src/shared/attachment/attachment';
import { typedId } from '../../../../src/shared/attachment/secrets';
import type { HostMessage } from '../../../../src/shared/protocol';
import { PanelDrafts } from '../../../../src/vscode/panel/panel-drafts';
import { PanelSecrets } from '../../../../src/vscode/panel/panel-secrets';
import * as madeUp from '../../../fixtures/secrets/made-up-secrets';
import { attachmentServices, seeing } from '../../attachments/services';
import { pictureOfCode } from '../../attachments/secrets/pictures-of-text';
import { lastAnswer, textAttachment } from '../../conversation/chat-fixture';
import { answer, ScriptedModel } from '../../conversation/scripted-model';
import { useMediaService } from '../../media-process/media-service-for-tests';
import { panelParts } from './panel-fixture';

class LocalModel extends ScriptedModel {
  override readonly metadata: ModelMetadata = { ...seeing, endpoint: 'Here', isLocal: true };
}

describe('PanelSecrets', function () {
  this.timeout(60_000);
  const media = useMediaService();
  const secretText = `token = "${madeUp.gitHubToken}"`;

  const setUp = async (service = media()) => {
    const { shown, blobs, memory } = await panelParts();
    const services = attachmentServices(service, blobs);
    const tray = new Tray({ ...services, target: () => seeing });
    const posted: HostMessage[] = [];
    const asked: (readonly Attachment[])[] = [];
    const askedTexts: string[] = [];
    const state: { target: ModelTarget; isOn: boolean; goesThrough: boolean; textGoesThrough: boolean } = {
      target: new LocalModel().metadata,
      isOn: true,
      goesThrough: true,
      textGoesThrough: true,
    };
    const post = (message: HostMessage): void => void posted.push(message);
    const drafts = new PanelDrafts({ tray, memory, post });
    const secrets = new PanelSecrets({
      tray,
      drafts,
      shown,
      services,
      gate: {
        get isOn() {
          return state.isOn;
        },
        pass: (attachments) => {
          asked.push(attachments);
          return Promise.resolve(state.goesThrough ? attachments : undefined);
        },
        passText: ({ text }) => {
          askedTexts.push(text);
          return Promise.resolve(state.textGoesThrough ? text : undefined);
        },
      },
      target: () => state.target,
      onReplaced: () => undefined,
      post,
      notify: () => undefined,
      run: (task) => void task(),
    });
    const chat = await shown.get();
    chat.onEvent((event) => secrets.follow(event));
    /** Until nothing is searched any more. */
    const searched = async (): Promise<void> => {
      await secrets.update();
      while (secrets.heldBack.some((held) => held.secrets.status === 'checking')) {
        await after(10);
      }
    };
    const sent = (): readonly Attachment[] =>
      chat.state.messages.flatMap((message) => (message.role === 'user' ? message.attachments : []));
    const askHere = async (attachments: readonly Attachment[], text = 'Read it'): Promise<void> =>
      void (await chat.send({ text, attachments, model: new LocalModel(answer('Read.')) }));
    return {
      secrets,
      drafts,
      memory,
      chat,
      blobs,
      services,
      tray,
      state,
      posted,
      asked,
      askedTexts,
      searched,
      sent,
      askHere,
    };
  };

  it('finds what a model on this machine was asked about as soon as another machine would get it', async () => {
    const { secrets, blobs, state, posted, searched, askHere } = await setUp();
    await askHere([await textAttachment(blobs, { name: 'cart.js', content: secretText })]);
    await searched();
    assert.equal(secrets.heldBack.length, 0);
    state.target = seeing;
    await searched();
    assert.deepEqual(
      secrets.heldBack.map((held) => [held.name, held.secrets.status]),
      [['cart.js', 'found']],
    );
    assert.match((await secrets.obstacle('And now?')) ?? '', /^cart\.js may hold secrets/);
    assert(posted.some(({ type }) => type === 'heldBackChanged'));
    assert(!JSON.stringify(posted).includes(madeUp.gitHubToken));
    state.isOn = false;
    await secrets.update();
    assert.deepEqual(secrets.heldBack, []);
  });

  it('does not ask about what another machine has got already', async () => {
    const { secrets, chat, blobs, state, searched } = await setUp();
    const attachments = [await textAttachment(blobs, { name: 'cart.js', content: secretText })];
    await chat.send({ text: 'Read it', attachments, model: new ScriptedModel(answer('Read.')) });
    assert(!lastAnswer(chat).model.isLocal);
    state.target = seeing;
    await searched();
    assert.deepEqual(secrets.heldBack, []);
    assert.equal(await secrets.obstacle('And now?'), undefined);
  });

  it('sends it as it is, without its secrets, or not at all, as the person decides', async () => {
    const { secrets, blobs, state, searched, sent, askHere } = await setUp();
    const names = ['kept.js', 'redacted.js', 'removed.js'];
    await askHere(
      await Promise.all(names.map((name) => textAttachment(blobs, { name, content: `${secretText} // ${name}` }))),
    );
    state.target = seeing;
    await searched();
    const [kept, redacted, removed] = sent();
    assert(kept && redacted && removed);
    await secrets.handle({ type: 'secretsAccepted', id: kept.id });
    await secrets.handle({ type: 'secretsRedacted', id: redacted.id });
    await secrets.handle({ type: 'earlierAttachmentRemoved', id: removed.id });
    await searched();
    assert.deepEqual(secrets.heldBack, []);
    const texts = await Promise.all(
      sent().flatMap(({ parts }) =>
        parts.flatMap((part) => (part.type === 'text' ? [blobs.get(part.blob.sha256).then(String)] : [])),
      ),
    );
    assert.equal(texts.length, 2);
    assert(texts[0]?.includes(madeUp.gitHubToken));
    assert(texts[1]?.includes('[redacted]') && !texts[1].includes(madeUp.gitHubToken));
  });

  it('blackens a picture for good, and makes what is sent of it anew', async () => {
    const { secrets, services, tray, state, searched, sent, askHere } = await setUp();
    tray.add([{ name: 'shot.png', bytes: await pictureOfCode(['shop.open();', secretText]) }]);
    await tray.settled();
    const [before] = tray.take();
    assert(before?.kind === 'image');
    await askHere([before]);
    state.target = seeing;
    await searched();
    await secrets.handle({ type: 'secretsRedacted', id: before.id });
    await searched();
    assert.deepEqual(secrets.heldBack, []);
    const [picture] = sent();
    const [part] = picture?.parts ?? [];
    assert(part?.type === 'image');
    assert(!JSON.stringify(picture).includes(before.source.sha256));
    const { lines = [] } = await media().readText(await services.blobs.get(part.blob.sha256));
    const read = lines.map(({ text }) => text).join('\n');
    assert(read.includes('shop.open') && !read.includes(madeUp.gitHubToken.slice(4, 12)), read);
  });

  it('asks in a dialog where an earlier question is asked again', async () => {
    const { secrets, chat, blobs, state, asked, askHere } = await setUp();
    await askHere([await textAttachment(blobs, { name: 'cart.js', content: secretText })]);
    const { id } = lastAnswer(chat);
    state.goesThrough = false;
    assert.equal(await secrets.passAgain(id, seeing), false);
    assert.deepEqual(
      asked.flat().map(({ name }) => name),
      ['cart.js'],
    );
    state.goesThrough = true;
    assert.equal(await secrets.passAgain(id, seeing), true);
  });

  it('finds keys in what a model on this machine was asked, until they may be sent or the question is removed', async () => {
    const { secrets, chat, state, searched, askHere } = await setUp();
    const texts = [
      `Why 401 to ${madeUp.gitHubToken}?`,
      `And to ${madeUp.googleKey}?`,
      `Write to ${madeUp.emailAddress}.`,
    ];
    for (const text of texts) {
      await askHere([], text);
    }
    await searched();
    assert.equal(secrets.heldBack.length, 0);
    state.target = seeing;
    await searched();
    const [first, second, ...more] = secrets.heldBack;
    assert(first && second && more.length === 0);
    assert.equal(first.kind, 'earlierQuestion');
    assert(!JSON.stringify(secrets.heldBack).includes(madeUp.gitHubToken));
    assert.match((await secrets.obstacle('And now?')) ?? '', /^Your question may hold secrets/);
    await secrets.handle({ type: 'secretsAccepted', id: first.id });
    await secrets.handle({ type: 'earlierAttachmentRemoved', id: second.id });
    assert.equal(await secrets.obstacle('And now?'), undefined);
    const left = chat.state.messages.flatMap((message) => (message.role === 'user' ? message.text : []));
    assert.deepEqual(left, [texts[0], texts[2]]);
  });

  it('holds nothing back for a machine that is not asked any more when the search ends', async () => {
    const [asked, found] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const { secrets, state, askHere } = await setUp({
      ...media(),
      findSecrets: async (...question) => {
        asked.resolve();
        await found.promise;
        return await media().findSecrets(...question);
      },
    });
    await askHere([], `Why 401 to ${madeUp.gitHubToken}?`);
    await secrets.update();
    const here = state.target;
    state.target = seeing;
    const first = secrets.update();
    await asked.promise;
    state.target = here;
    const second = secrets.update();
    found.resolve();
    await Promise.all([first, second]);
    assert.deepEqual(secrets.heldBack, []);
  });

  it('asks in a dialog about a question in other words, and no more about the words that it had', async () => {
    const { secrets, chat, state, askedTexts, askHere } = await setUp();
    await askHere([], 'First');
    await askHere([], 'Second');
    const { id } = chat.state.messages.findLast((message) => message.role === 'user') ?? {};
    assert(id);
    assert.equal(await secrets.passEdited(id, 'Second, edited', seeing), 'Second, edited');
    assert.deepEqual(askedTexts, ['First', 'Second, edited']);
    state.textGoesThrough = false;
    assert.equal(await secrets.passEdited(id, 'Second, edited', seeing), undefined);
  });

  it('holds a question that could not be searched until the person sends it all the same', async () => {
    const { secrets, state } = await setUp({
      ...media(),
      findSecrets: () => Promise.reject(new Error('The process is gone.')),
    });
    state.target = seeing;
    const question = `Why does it say 401 to ${madeUp.gitHubToken}?`;
    assert.match((await secrets.obstacle(question)) ?? '', /^What you typed could not be checked/);
    assert.deepEqual(
      secrets.heldBack.map((held) => held.secrets.status),
      ['unchecked'],
    );
    await secrets.handle({ type: 'secretsAccepted', id: typedId });
    assert.equal(await secrets.obstacle(question), undefined);
  });

  it('finds keys that were typed or pasted into the question, and no addresses', async () => {
    const { secrets, drafts, memory, state } = await setUp();
    const question = `Why does it say 401 to ${madeUp.gitHubToken}?`;
    assert.equal(await secrets.obstacle(question), undefined);
    state.target = seeing;
    assert.equal(await secrets.obstacle(`Write to ${madeUp.emailAddress} that it is late.`), undefined);
    assert.match((await secrets.obstacle(question)) ?? '', /^What you typed may hold secrets/);
    assert(!JSON.stringify(secrets.heldBack).includes(madeUp.gitHubToken));
    memory.change({ text: question });
    await secrets.handle({ type: 'secretsRedacted', id: typedId });
    assert.equal(drafts.text.text, 'Why does it say 401 to [redacted]?');
    assert.deepEqual(secrets.heldBack, []);
    await secrets.obstacle(question);
    await secrets.handle({ type: 'secretsAccepted', id: typedId });
    assert.equal(await secrets.obstacle(question), undefined);
  });

  it('asks no more about a question that is typed anew', async () => {
    const { secrets, state } = await setUp();
    state.target = seeing;
    const question = `Why does it say 401 to ${madeUp.gitHubToken}?`;
    await secrets.obstacle(question);
    secrets.typed(question);
    assert.equal(secrets.heldBack.length, 1);
    secrets.typed('Why does it say 401?');
    assert.deepEqual(secrets.heldBack, []);
  });
});
