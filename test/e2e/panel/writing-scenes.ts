import { answer, conversation, panelState, picture, question } from './sample-state';
import type { Scene } from './scenes';

const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3);
const path = `/home/someone/${'a-folder-with-a-long-name/'.repeat(8)}screenshot.png`;

/** Texts that break layouts: words without an end, writing from right to left, letters of several code units. */
export const writingScenes: Readonly<Record<string, Scene>> = {
  longWords: {
    state: () =>
      panelState({
        conversation: conversation(
          [
            question('q1', `${word}\n${path}`, [picture('p1', `${word}.png`)]),
            answer('a1', {
              model: { endpoint: word, model: word },
              text: `# ${word}\n\n${word} \`${path}\`\n\n| ${word} | b |\n| --- | --- |\n| ${path} | c |\n\n> ${word}`,
              reasoning: word,
              usage: { inputTokens: 123_456_789, outputTokens: 987_654_321 },
            }),
          ],
          word,
        ),
        draft: { text: word, tray: [] },
      }),
  },
  rightToLeft: {
    state: () =>
      panelState({
        conversation: conversation(
          [
            question('q1', 'מה רואים בתרשים error-rates.png?'),
            answer('a1', {
              text: 'الخدمة `checkout` تصل إلى **4.2 %** عند 09:00.\n\n1. راجع النشر\n2. أعد التشغيل\n\n- [x] تم\n\n```ts\nconst peak = 4.2;\n```',
            }),
          ],
          'שיעורי שגיאות לפי שירות',
        ),
        draft: { text: 'ولماذا؟', tray: [] },
      }),
  },
  emoji: {
    state: () =>
      panelState({
        conversation: conversation(
          [
            question('q1', '👩‍👩‍👧‍👦🏳️‍🌈🇩🇪 1️⃣ what is this? 𝒳²'),
            answer('a1', { text: '# 🚀 Deploy\n\nZ̸̢͝a̶͇l̵͎g̴o text, 👍🏽 and `🙂` in code.' }),
          ],
          '👩‍💻 Pictures',
        ),
      }),
  },
};
