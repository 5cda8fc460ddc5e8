import assert from 'node:assert/strict';
import { textOf, type WireMessage } from '../../servers/received-request';
import { answerText } from '../../servers/replies';
import { firstWords, SlowAnswer, wordsIn } from '../../servers/slow-answer';
import { randomNumbers } from '../../unit/random-numbers';
import { becomes } from '../support/becomes';
import { Chat } from '../support/chat';
import { until } from '../support/until';
import { useServerAndWorkbench } from '../support/use-server';

const rounds = 20;
const seed = Number(process.env['IRIS_SEED'] ?? Date.now());

/** Milliseconds between two words of an answer. */
const pace = 25;

/** About one second of an answer may be lost. */
const lostWords = 1_500 / pace;

describe('A chat whose extension host is killed while an answer streams', function () {
  this.timeout(120_000);
  const { server, workbench } = useServerAndWorkbench();
  const random = randomNumbers(seed);
  /** The answers as they were found after each restart. */
  const kept: (readonly string[])[] = [];

  before(() => console.log(`      seed: ${seed} (IRIS_SEED=${seed} repeats this run)`));

  for (let round = 1; round <= rounds; round++) {
    it(`is readable after restart ${round}, with what had come, and can go on`, async () => {
      const answer = new SlowAnswer(1_000, pace);
      server().reply(answer.reply);
      const chat = new Chat(await workbench().openPanel());
      await chat.ask(`Question ${round}`);
      // The last answer is gone on with below: it has to have begun.
      await answer.reached((round < rounds ? 1 : 80) + Math.floor(random() * 160));
      const seen = wordsIn((await chat.lastMessage.textContent()) ?? '').length;
      await workbench().killExtensionHost();
      const sent = answer.count;
      await waitForRestart(chat);
      await chat.showAll();

      // Not the inner texts: they leave out what is scrolled out of sight and not drawn.
      const messages = await chat.messages.allTextContents();
      const questions = messages.filter((_, index) => index % 2 === 0).map((text) => /Question \d+/.exec(text)?.[0]);
      const answers = messages.filter((_, index) => index % 2 === 1).map(wordsIn);
      const words = answers.at(-1) ?? [];
      const earlier = kept.slice();
      kept.push(words);
      assert.deepEqual(
        questions,
        Array.from({ length: round }, (_, index) => `Question ${index + 1}`),
      );
      assert.deepEqual(answers.slice(0, -1), earlier, 'earlier answers have changed');
      assert.deepEqual(words, firstWords(words.length));
      assert.ok(words.length <= sent, 'more is there than was sent');
      assert.ok(words.length >= seen - lostWords, `${words.length} words are kept of ${seen} that were seen`);
      await becomes(() => chat.button('Retry').count(), 1);
      await becomes(() => chat.button('Continue').count(), words.length > 0 ? 1 : 0);
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
    assertAsksLast(question);
    assert.deepEqual([begun?.role, wordsIn(textOf(begun))], ['assistant', words]);
    assert.equal(instruction?.role, 'user');
    assert.match(textOf(instruction), /^Continue your last answer exactly where it ends/);
  });

  it('asks the question again with Retry, without the interrupted answer', async () => {
    const chat = new Chat(workbench().panel());
    server().reply(answerText(['A whole answer.']));
    await chat.button('Retry').click();
    await chat.waitForText('A whole answer.');
    assert.deepEqual(wordsIn(await chat.lastMessage.innerText()), []);
    await chat.showAll();
    await becomes(() => chat.messages.count(), 2 * rounds);
    assertAsksLast(server().questions.at(-1)?.question.messages.at(-1));
  });

  /** The question before it goes along in the same message where that was killed before a word of its answer came. */
  function assertAsksLast(message: WireMessage | undefined): void {
    assert.equal(message?.role, 'user');
    assert.match(textOf(message), new RegExp(`(^|\\n)Question ${rounds}$`));
  }

  /** VS Code starts the extension host again by itself twice, and after that when the person asks for it. */
  async function waitForRestart(chat: Chat): Promise<void> {
    const restart = workbench().page.getByRole('button', { name: 'Restart Remote Extension Host' });
    const interrupted = chat.lastMessage.filter({ hasText: 'The editor closed before the answer' });
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
