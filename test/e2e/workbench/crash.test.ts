import assert from 'node:assert/strict';
import { answerText } from '../../servers/replies';
import { firstWords, SlowAnswer, wordsIn } from '../../servers/slow-answer';
import { randomNumbers } from '../../unit/store/random-numbers';
import { Chat } from '../support/chat';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

const rounds = 20;
const seed = Number(process.env['IRIS_SEED'] ?? Date.now());

/** What may be lost is about one second of an answer; a busy machine adds to it. */
const lossMilliseconds = 2_000;

describe('A chat whose extension host is killed while an answer streams', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench();
  const random = randomNumbers(seed);
  /** The answers as they were found after each restart. */
  const kept: (readonly string[])[] = [];

  before(() => console.log(`      seed: ${seed} (IRIS_SEED=${seed} repeats this run)`));

  for (let round = 1; round <= rounds; round++) {
    it(`is readable after restart ${round}, with what had come, and can go on`, async () => {
      const answer = new SlowAnswer(1_000, 25);
      server().reply(answer.reply);
      const chat = new Chat(await workbench().openPanel());
      await chat.ask(`Question ${round}`);
      await answer.reached(1 + Math.floor(random() * 160));
      await workbench().killExtensionHost();
      const killedAt = Date.now();
      await waitForRestart(chat, round);

      const messages = await chat.messages.allInnerTexts();
      const questions = messages.filter((_, index) => index % 2 === 0).map((text) => text.trim());
      const answers = messages.filter((_, index) => index % 2 === 1).map(wordsIn);
      const words = answers.at(-1) ?? [];
      assert.deepEqual(
        questions,
        Array.from({ length: round }, (_, index) => `Question ${index + 1}`),
      );
      assert.deepEqual(answers.slice(0, -1), kept, 'earlier answers have changed');
      assert.deepEqual(words, firstWords(words.length));
      assert.ok(words.length <= answer.countUntil(killedAt), 'more is there than was sent');
      const surelyKept = answer.countUntil(killedAt - lossMilliseconds);
      assert.ok(words.length >= surelyKept, `${words.length} words are kept of at least ${surelyKept}`);
      assert.equal(await chat.button('Retry').count(), 1);
      assert.equal(await chat.button('Continue').count(), words.length > 0 ? 1 : 0);
      kept.push(words);
    });
  }

  it('lets the model go on from the last word that is kept', async () => {
    const chat = new Chat(workbench().panel());
    const words = firstWords(kept.at(-1)?.length ?? 0);
    server().reply(answerText(['and this is the end.']));
    await chat.button('Continue').click();
    await chat.waitForText('and this is the end.');
    assert.deepEqual(wordsIn(await chat.lastMessage.innerText()), words);

    const sent = server().questions.at(-1)?.question.messages ?? [];
    const [question, begun, instruction] = sent.slice(-3);
    assert.deepEqual([question?.role, question?.content], ['user', `Question ${rounds}`]);
    assert.equal(begun?.role, 'assistant');
    assert.deepEqual(wordsIn(String(begun.content)), words);
    assert.equal(instruction?.role, 'user');
    assert.match(String(instruction.content), /^Continue your last answer exactly where it ends/);
  });

  it('asks the question again with Retry, without the interrupted answer', async () => {
    const chat = new Chat(workbench().panel());
    server().reply(answerText(['A whole answer.']));
    await chat.button('Retry').click();
    await chat.waitForText('A whole answer.');
    assert.deepEqual(wordsIn(await chat.lastMessage.innerText()), []);
    assert.equal(await chat.messages.count(), 2 * rounds);
    const last = server().questions.at(-1)?.question.messages.at(-1);
    assert.deepEqual([last?.role, last?.content], ['user', `Question ${rounds}`]);
  });

  /** VS Code starts the extension host again by itself twice, and after that when the person asks for it. */
  async function waitForRestart(chat: Chat, round: number): Promise<void> {
    const restart = workbench().page.getByRole('button', { name: 'Restart Remote Extension Host' });
    const interrupted = chat.messages.nth(2 * round - 1).filter({ hasText: 'The editor closed before the answer' });
    await until(
      'the chat after a restart',
      async () => {
        if (await restart.isVisible()) await restart.click();
        return (await interrupted.isVisible()) ? true : undefined;
      },
      90_000,
    );
  }
});
