import type { TrayItem } from '../../../src/shared/attachment/tray-item';
import type { TrayWarning } from '../../../src/shared/attachment/tray-warning';
import type { Completion } from '../../../src/shared/completion';
import type { HostMessage } from '../../../src/shared/protocol';
import type { Scene } from './scenes';
import { answer, conversation, panelState, picture, question, ready, remoteModel } from './sample-state';

/** What the host may find for `@ca`. */
export const sampleFiles: readonly Completion[] = [
  { id: 'completion-0', icon: 'file', label: 'cart.ts', detail: 'src/shop', insert: '`src/shop/cart.ts`' },
  {
    id: 'completion-1',
    icon: 'picture',
    label: 'cart.png',
    detail: 'docs/pictures',
    insert: '`docs/pictures/cart.png`',
  },
  {
    id: 'completion-2',
    icon: 'file',
    label: 'calculate-the-total-of-everything-that-is-in-the-cart.test.ts',
    detail: 'packages/checkout/test/unit/totals/rounding',
    insert: '`packages/checkout/test/unit/totals/rounding/calculate.test.ts`',
  },
  { id: 'completion-3', icon: 'file', label: 'سلة التسوق.md', detail: 'مستندات', insert: '`مستندات/سلة التسوق.md`' },
  { id: 'completion-4', icon: 'braces', label: 'CartItem', detail: 'src/shop/cart.ts', insert: '`CartItem`' },
];

export const sampleRecipes: readonly Completion[] = [
  ['explain', 'Say what it shows and what stands out'],
  ['extract-text', 'Copy all text in it, exactly as written'],
  ['to-code', 'Rebuild the picture as code'],
].map(([name = '', detail = ''], index) => ({
  id: `completion-${index}`,
  icon: 'bulb',
  label: `/${name}`,
  detail,
  insert: `Prompt of ${name}.`,
}));

export const sampleSources: readonly Completion[] = [
  { id: 'completion-0', icon: 'edit', label: 'Changes', detail: 'Since the last commit', insert: 'the changes' },
];

/** What the host says where there are none. */
export const noChanges = {
  type: 'nothingAttached',
  completionId: 'completion-0',
  reason: 'There are no changes since the last commit. Save the files that you changed, then ask again.',
} as const;

export function found(
  trigger: '@' | '#' | '/',
  query: string,
  items: readonly Completion[],
): Extract<HostMessage, { readonly type: 'completionsFound' }> {
  return { type: 'completionsFound', trigger, query, items, isComplete: true };
}

export const largeTray: readonly TrayItem[] = [
  ready(picture('p1', 'error-rates.png')),
  ready(picture('p2', 'error-rates-last-week.png')),
];

export const sampleWarnings: readonly TrayWarning[] = [
  {
    limit: 'context',
    isOver: true,
    text: 'The question has about 9,130 tokens with what is attached, and gpt-4.1-mini reads 8,192 at once. It would not be sent.',
    remedies: [
      { kind: 'smaller', label: 'Make 2 pictures smaller' },
      { kind: 'lowDetail', label: 'Low detail' },
      { kind: 'otherModel', label: 'Other model' },
      { kind: 'remove', label: 'Remove error-rates-last-week-of-all-services-in-production.png' },
    ],
  },
  {
    limit: 'budget',
    isOver: false,
    text: 'What is attached costs about $0.18, and $0.20 are left of the budget of this month.',
    remedies: [{ kind: 'otherModel', label: 'Other model' }],
  },
];

export const composerScenes: Readonly<Record<string, Scene>> = {
  completions: {
    state: () => panelState({ draft: { text: '', tray: [ready(picture('p1', 'error-rates.png'))] } }),
    prepare: async (panel) => {
      await panel.composer.pressSequentially('Why does @ca');
      await panel.send(found('@', 'ca', sampleFiles));
      await panel.composer.press('ArrowDown');
    },
  },
  completionsNone: {
    state: () => panelState(),
    prepare: async (panel) => {
      await panel.composer.pressSequentially('Look at @nowhere');
      await panel.send(found('@', 'nowhere', []));
    },
  },
  recipes: {
    state: () => panelState(),
    prepare: async (panel) => {
      await panel.composer.pressSequentially('/');
      await panel.send(found('/', '', sampleRecipes));
    },
  },
  nothingToAttach: {
    state: () => panelState(),
    prepare: async (panel) => {
      await panel.composer.pressSequentially('What is wrong with #chan');
      await panel.send(found('#', 'chan', sampleSources));
      await panel.composer.press('Enter');
      await panel.send(noChanges);
    },
  },
  waitingQuestion: {
    state: () =>
      panelState({
        conversation: conversation([
          question('q1', 'What does the first chart show?'),
          answer('a1', { status: 'streaming', text: 'The error rates of all services over the last' }),
        ]),
        draft: {
          text: 'And a third one',
          tray: [],
          waiting: {
            text: 'And what changed in the second one, compared to the week before?',
            attached: ['error-rates.png', 'error-rates-last-week.png'],
          },
        },
      }),
  },
  questionWhileAnswering: {
    state: () =>
      panelState({
        conversation: conversation([
          question('q1', 'What does the first chart show?'),
          answer('a1', { status: 'streaming', text: 'The error rates of all services over the last' }),
        ]),
        draft: { text: 'And the second one?', tray: [] },
      }),
  },
  sharedModelName: {
    state: () =>
      panelState({
        model: { ...remoteModel, label: 'gpt-4.1-mini-2025-04-14', endpoint: 'Azure Sweden', isElsewhere: true },
      }),
  },
  limits: {
    state: () =>
      panelState({ draft: { text: 'What changed between these?', tray: largeTray, warnings: sampleWarnings } }),
  },
  pastedAddress: {
    state: () => panelState(),
    prepare: async (panel) => {
      await panel.composer.fill('https://example.com/charts/error-rates.png');
      await pasteText(panel.composer, 'https://example.com/charts/error-rates.png');
    },
  },
  pastedPaths: {
    state: () => panelState(),
    prepare: async (panel) => {
      await panel.composer.fill('/home/me/Pictures/Screenshot of the sign-in page with a very long name.png');
      await panel.send({
        type: 'pastedPathsFound',
        text: '/home/me/Pictures/Screenshot of the sign-in page with a very long name.png',
        names: ['Screenshot of the sign-in page with a very long name.png'],
      });
    },
  },
};

/** Pastes as a person does, with the clipboard of the event. */
async function pasteText(composer: PanelComposer, text: string): Promise<void> {
  await composer.evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

type PanelComposer = Parameters<NonNullable<Scene['prepare']>>[0]['composer'];
