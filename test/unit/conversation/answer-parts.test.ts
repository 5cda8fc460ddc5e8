import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { TokenProbability } from '../../../src/shared/answer-parts';
import type { ModelDelta } from '../../../src/model/deltas';
import { ModelError } from '../../../src/model/model-error';
import { stateOnDisk } from '../store/chat-files';
import { eventOf, fold, lastAnswer, newChat } from './chat-fixture';
import { answer, ScriptedModel, silence, stop, text, type Script } from './scripted-model';

/** Asks one question; the answer must be the same for listeners and on the disk. */
async function answered(script: Script) {
  const fixture = await newChat();
  const { chat, events, store } = fixture;
  const model = new ScriptedModel(script);
  await chat.send({ text: '?', attachments: [], model });
  assert.deepEqual(fold(events), chat.state);
  await chat.close();
  assert.deepEqual(await stateOnDisk(store, chat.id), chat.state);
  return { ...fixture, answer: lastAnswer(chat) };
}

const call: ModelDelta = { type: 'toolCall', index: 0, id: 'c1', name: 'look', argumentsText: '{"at":' };
const callEnd: ModelDelta = { type: 'toolCall', index: 0, argumentsText: '"cat"}' };

describe('what an answer holds beside its text', () => {
  it('may be a refusal, which is a whole answer and is told to the model later', async () => {
    const { chat } = await newChat();
    const refusal: Script = [{ type: 'refusal', text: "I can't " }, { type: 'refusal', text: 'say.' }, stop];
    const model = new ScriptedModel(refusal, answer('Yes.'));
    await chat.send({ text: '?', attachments: [], model });
    const { status, refusal: words, text: none, failure } = lastAnswer(chat);
    assert.deepEqual(
      { status, words, none, failure },
      { status: 'complete', words: "I can't say.", none: '', failure: undefined },
    );
    await chat.send({ text: 'Really?', attachments: [], model });
    assert.deepEqual(model.requests[1]?.[1], { role: 'assistant', text: "I can't say." });
  });

  it('may be thoughts that came as text, as the closing tag after them tells', async () => {
    const { answer } = await answered([
      ...text('Hm.\n'),
      ...text('</think>'),
      { type: 'reasoning', text: '', claimsText: true },
      ...text('A cat.'),
      { type: 'text', text: 'Well.</think>', alternative: 1 },
      { type: 'reasoning', text: '', claimsText: true, alternative: 1 },
      { type: 'text', text: 'A dog.', alternative: 1 },
      stop,
    ]);
    assert.deepEqual([answer.reasoning, answer.text], ['Hm.', 'A cat.']);
    assert.deepEqual(answer.alternatives, [{ reasoning: 'Well.', text: 'A dog.' }]);
  });

  it('is empty when there were only such thoughts', async () => {
    const claim: ModelDelta = { type: 'reasoning', text: '', claimsText: true };
    const { answer } = await answered([...text('Hm.</think>'), claim, stop]);
    assert.deepEqual([answer.reasoning, answer.text], ['Hm.', '']);
  });

  it('may be tool calls only, which are whole and are not run', async () => {
    const { answer } = await answered([call, callEnd, { type: 'finish', reason: 'toolCalls' }]);
    assert.equal(answer.status, 'complete');
    assert.deepEqual(answer.toolCalls, [{ id: 'c1', name: 'look', argumentsText: '{"at":"cat"}' }]);
  });

  it('of tool calls only is left out later, for servers want a result after them', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([call, callEnd, { type: 'finish', reason: 'toolCalls' }], answer('Yes.'));
    await chat.send({ text: 'One?', attachments: [], model });
    await chat.send({ text: 'Two?', attachments: [], model });
    const content = ['One?', 'Two?'].map((words) => ({ type: 'text', text: words }));
    assert.deepEqual(model.requests[1], [{ role: 'user', content }]);
  });

  it('has no tool call that was cut', async () => {
    for (const end of [{ type: 'finish', reason: 'length' }, new ModelError('connectionLost', '')] as const) {
      const { answer } = await answered([call, callEnd, end]);
      assert.equal(answer.toolCalls, undefined);
      assert.equal(answer.status, 'failed');
    }
    const { answer } = await answered([call, { type: 'finish', reason: 'toolCalls' }]);
    assert.equal(answer.toolCalls, undefined);
    assert.equal(answer.failure?.kind, 'incompleteAnswer');
  });

  it('has the sources that were named, each once', async () => {
    const cat = { url: 'https://cats.example', title: 'Cats' };
    const dog = { url: 'https://dogs.example' };
    const cited = [cat, dog, { ...cat }].map((citation): ModelDelta => ({ type: 'citation', citation }));
    const { answer } = await answered([...text('Both.'), ...cited, stop]);
    assert.deepEqual(answer.citations, [cat, dog]);
  });

  it('has the probability of each token of the first answer, in few events', async () => {
    const tokens = Array.from({ length: 200 }, (_, index): TokenProbability => {
      return { token: `${index}`, logprob: -1 - index, alternatives: [{ token: 'x', logprob: -9 }] };
    });
    const script = tokens.flatMap((token): Script => [
      ...text(token.token),
      { type: 'logprobs', tokens: [token] },
      { type: 'logprobs', tokens: [token], alternative: 1 },
    ]);
    const { answer, events } = await answered([...script, stop]);
    assert.deepEqual(answer.logprobs, tokens);
    assert(events.filter(({ type }) => type === 'logprobsAppended').length <= 4);
  });

  it('says once what the server refused', async () => {
    const adjusted: ModelDelta = { type: 'adjusted', adjustment: { type: 'omitted', parameter: 'seed' } };
    const { answer } = await answered([adjusted, adjusted, ...text('Yes.'), stop]);
    assert.deepEqual(answer.adjustments, [{ type: 'omitted', parameter: 'seed' }]);
  });

  it('says whether it is the JSON that was asked for', async () => {
    const check = { format: 'json_schema', problems: ['At /age: must be a number.'] } as const;
    const { answer } = await answered([...text('{"age":"9"}'), { type: 'outputChecked', check }, stop]);
    assert.deepEqual(answer.output, check);
    assert.equal(answer.status, 'complete');
  });
});

describe('several answers to one question', () => {
  const both: Script = [
    ...text('A ', 'cat.'),
    ...['A ', 'dog.'].map((words): ModelDelta => ({ type: 'text', text: words, alternative: 1 })),
    { type: 'reasoning', text: 'Hm.', alternative: 2 },
    { type: 'refusal', text: 'No.', alternative: 2 },
    { type: 'finish', reason: 'stop', alternatives: ['stop', 'stop'] },
  ];

  it('are kept apart', async () => {
    const { answer } = await answered(both);
    assert.equal(answer.text, 'A cat.');
    assert.deepEqual(answer.alternatives, [
      { text: 'A dog.', reasoning: '' },
      { text: 'No.', reasoning: 'Hm.' },
    ]);
  });

  it('can be chosen from: the chat goes on with the chosen one', async () => {
    const { chat, store } = await newChat();
    const model = new ScriptedModel(both, answer('Yes.'));
    await chat.send({ text: '?', attachments: [], model });
    const { id } = lastAnswer(chat);
    assert.equal(chat.chooseAlternative(id, 0), 'changed');
    assert.equal(lastAnswer(chat).text, 'A dog.');
    assert.equal(lastAnswer(chat).alternatives?.[0]?.text, 'A cat.');
    await chat.send({ text: 'Sure?', attachments: [], model });
    assert.deepEqual(model.requests[1]?.[1], { role: 'assistant', text: 'A dog.' });
    await chat.close();
    assert.deepEqual(await stateOnDisk(store, chat.id), chat.state);
    assert.equal(chat.chooseAlternative(id, 0), 'readOnly');
  });

  it('can not be chosen from where there are none, or while they come', async () => {
    const { chat } = await newChat();
    const sending = chat.send({
      text: '?',
      attachments: [],
      model: new ScriptedModel([...both.slice(0, 4), silence()]),
    });
    await eventOf(chat, 'textAppended');
    await setImmediate();
    // Pieces wait for their frame; the end records them all.
    await chat.stop();
    await sending;
    const { id } = lastAnswer(chat);
    assert.equal(chat.chooseAlternative(id, 5), 'noSuchMessage');
    assert.equal(chat.chooseAlternative('another', 0), 'noSuchMessage');
    const again = chat.continueAnswer(id, new ScriptedModel([silence()]));
    assert.equal(chat.chooseAlternative(id, 0), 'busy');
    await chat.stop();
    await again;
  });
});

describe('a spoken answer', () => {
  const sound = (bytes: readonly number[], transcript?: string, format = 'pcm16'): ModelDelta => ({
    type: 'audio',
    bytes: Uint8Array.from(bytes),
    format,
    ...(transcript !== undefined && { transcript }),
  });

  it('is kept as a file that players know, with its words as the text', async () => {
    const { answer, blobs } = await answered([sound([1, 2], 'Good '), sound([3, 4], 'day.'), stop]);
    assert.equal(answer.status, 'complete');
    assert.equal(answer.text, 'Good day.');
    assert.equal(answer.spoken?.transcript, 'Good day.');
    assert.equal(answer.spoken.sound.mediaType, 'audio/wav');
    const file = Buffer.from(await blobs.get(answer.spoken.sound.sha256));
    assert.equal(file.toString('latin1', 0, 4), 'RIFF');
    assert.deepEqual([...file.subarray(44)], [1, 2, 3, 4]);
  });

  it('in another format is kept as it came', async () => {
    const { answer, blobs } = await answered([sound([9, 9, 9], undefined, 'mp3'), stop]);
    assert.equal(answer.status, 'complete');
    assert.equal(answer.spoken?.sound.mediaType, 'audio/mpeg');
    assert.deepEqual([...(await blobs.get(answer.spoken.sound.sha256))], [9, 9, 9]);
  });

  it('has the text that the model wrote where it wrote some', async () => {
    const { answer } = await answered([...text('Written.'), sound([1, 2], 'Spoken.'), stop]);
    assert.equal(answer.text, 'Written.');
    assert.equal(answer.spoken?.transcript, 'Spoken.');
  });

  it('that breaks off can be played as far as it came', async () => {
    const { answer, blobs } = await answered([sound([1, 2, 3], 'Good '), new ModelError('connectionLost', '')]);
    assert.equal(answer.status, 'interrupted');
    assert.equal((await blobs.get(answer.spoken?.sound.sha256 ?? '')).byteLength, 46);
  });

  it('that is stopped can be played as far as it came', async () => {
    const { chat } = await newChat();
    const model = new ScriptedModel([sound([1, 2], 'Good '), silence()]);
    const sending = chat.send({ text: '?', attachments: [], model });
    await eventOf(chat, 'textAppended');
    await chat.stop();
    await sending;
    assert.equal(lastAnswer(chat).status, 'stopped');
    assert.equal(lastAnswer(chat).spoken?.sound.byteLength, 46);
  });

  it('stays when another chat with the same sound is deleted', async () => {
    const { chat, store, blobs } = await newChat();
    await chat.send({ text: '?', attachments: [], model: new ScriptedModel([sound([1, 2], 'Hm.'), stop]) });
    const spoken = lastAnswer(chat).spoken;
    assert(spoken);
    await chat.close();
    const journal = store.create();
    const again = { ...lastAnswer(chat), id: 'again' };
    journal.append({ type: 'conversationCreated', id: journal.conversationId, title: 'Again', createdAt: 1 });
    journal.append({ type: 'answerStarted', messageId: again.id, model: again.model, createdAt: 1 });
    journal.append({ type: 'answerSpoken', messageId: again.id, spoken });
    await journal.close();
    await store.delete(chat.id);
    assert.equal((await blobs.get(spoken.sound.sha256)).byteLength, 46);
    await store.delete(journal.conversationId);
    await assert.rejects(blobs.get(spoken.sound.sha256), { kind: 'missing' });
  });
});
